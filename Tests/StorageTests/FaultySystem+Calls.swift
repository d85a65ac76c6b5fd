import CSQLite
import Foundation

// The tables of functions that the library calls, in the order of its header. A file of ours is followed in memory by
// the library's own, to which everything is handed on.

private struct FaultyFile {
    var base: sqlite3_file
    var system: Unmanaged<FaultySystem>
}

private let headBytes = 64

private func inner(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<sqlite3_file> {
    (UnsafeMutableRawPointer(file!) + headBytes).assumingMemoryBound(to: sqlite3_file.self)
}

private func system(_ file: UnsafeMutablePointer<sqlite3_file>?) -> FaultySystem {
    UnsafeMutableRawPointer(file!).assumingMemoryBound(to: FaultyFile.self).pointee.system.takeUnretainedValue()
}

private func system(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> FaultySystem {
    Unmanaged<FaultySystem>.fromOpaque(vfs!.pointee.pAppData).takeUnretainedValue()
}

private func usual() -> UnsafeMutablePointer<sqlite3_vfs> { sqlite3_vfs_find("unix")! }

private func methods(_ file: UnsafeMutablePointer<sqlite3_file>?) -> sqlite3_io_methods {
    inner(file).pointee.pMethods.pointee
}

/// Never freed: the library may call them until the end.
private nonisolated(unsafe) let faultyMethods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    table.initialize(to: sqlite3_io_methods())
    table.pointee.iVersion = 2
    table.pointee.xClose = { methods($0).xClose(inner($0)) }
    table.pointee.xRead = { file, bytes, count, offset in
        if let code = system(file).failure(.reading) { return code }
        return methods(file).xRead(inner(file), bytes, count, offset)
    }
    table.pointee.xWrite = { file, bytes, count, offset in
        if let code = system(file).failure(.writing) { return code }
        return methods(file).xWrite(inner(file), bytes, count, offset)
    }
    table.pointee.xTruncate = { file, size in
        if let code = system(file).failure(.writing) { return code }
        return methods(file).xTruncate(inner(file), size)
    }
    table.pointee.xSync = { file, flags in
        if let code = system(file).failure(.writing) { return code }
        return methods(file).xSync(inner(file), flags)
    }
    table.pointee.xFileSize = { methods($0).xFileSize(inner($0), $1) }
    table.pointee.xLock = { methods($0).xLock(inner($0), $1) }
    table.pointee.xUnlock = { methods($0).xUnlock(inner($0), $1) }
    table.pointee.xCheckReservedLock = { methods($0).xCheckReservedLock(inner($0), $1) }
    table.pointee.xFileControl = { methods($0).xFileControl(inner($0), $1, $2) }
    table.pointee.xSectorSize = { methods($0).xSectorSize(inner($0)) }
    table.pointee.xDeviceCharacteristics = { methods($0).xDeviceCharacteristics(inner($0)) }
    table.pointee.xShmMap = { file, region, size, extends, map in
        if extends != 0, let code = system(file).failure(.writing) { return code }
        return methods(file).xShmMap(inner(file), region, size, extends, map)
    }
    table.pointee.xShmLock = { methods($0).xShmLock(inner($0), $1, $2, $3) }
    table.pointee.xShmBarrier = { methods($0).xShmBarrier(inner($0)) }
    table.pointee.xShmUnmap = { methods($0).xShmUnmap(inner($0), $1) }
    return table
}()

func registerFaultySystem(_ faulty: FaultySystem) {
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: usual().pointee)
    vfs.pointee.pNext = nil
    vfs.pointee.zName = UnsafePointer(strdup(faulty.name))
    vfs.pointee.szOsFile = usual().pointee.szOsFile + Int32(headBytes)
    // The library keeps it until the end of the program.
    vfs.pointee.pAppData = Unmanaged.passRetained(faulty).toOpaque()
    vfs.pointee.xOpen = { vfs, name, file, flags, given in
        let faulty = system(vfs)
        UnsafeMutableRawPointer(file!).initializeMemory(
            as: FaultyFile.self, to: FaultyFile(base: sqlite3_file(pMethods: nil), system: .passUnretained(faulty)))
        if flags & SQLITE_OPEN_CREATE != 0, let code = faulty.failure(.writing) { return code }
        inner(file).pointee.pMethods = nil
        let code = usual().pointee.xOpen(usual(), name, inner(file), flags, given)
        if inner(file).pointee.pMethods != nil { file!.pointee.pMethods = UnsafePointer(faultyMethods) }
        return code
    }
    vfs.pointee.xDelete = { vfs, name, sync in
        if let code = system(vfs).failure(.writing) { return code }
        return usual().pointee.xDelete(usual(), name, sync)
    }
    precondition(sqlite3_vfs_register(vfs, 0) == SQLITE_OK)
}
