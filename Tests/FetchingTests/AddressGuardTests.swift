import Testing

@testable import Fetching

@Suite struct AddressGuardTests {
    static let refused = [
        "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.1.2.3", "10.255.255.255", "100.64.0.0", "100.100.100.200",
        "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.1.2.3", "127.255.255.255", "169.254.0.1", "169.254.169.254",
        "172.16.0.0", "172.20.1.1", "172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1",
        "192.168.0.0", "192.168.1.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "250.1.1.1", "255.255.255.254", "255.255.255.255",
        "::", "::1", "::2", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:192.168.1.1",
        "::ffff:169.254.169.254", "::ffff:0.0.0.0", "::ffff:100.64.1.1", "::ffff:224.0.0.1", "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1",
        "64:ff9b:1:ffff::8.8.8.8",
        "2002:7f00:1::", "2002:7f00:0001::1", "2002:a00:1::1", "2002:c0a8:101::1", "2002:a9fe:a9fe::", "2002:e000:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001::f5ff:fffe", "2001:0:1:2:3:4:3f57:fefe", "fc00::1", "fcff::1",
        "fd00::1", "fd00:ec2::254", "fdff:ffff::1", "fe80::1", "fe80::5efe:10.0.0.1", "febf::1", "fec0::1", "feff::1",
        "ff00::1", "ff02::1", "ff05::2", "ffff::1", "2001:db8::1", "2001:db8:ffff::1", "3fff::1", "100::1",
        "2001:2::1", "2001:10::1", "5f00::1", "100:0:0:1::1", "192.31.196.1", "192.52.193.1", "192.175.48.1",
        "192.0.0.9",
        "2001:1::1", "2001:1::2", "2001:3::1", "2001:4:112::1", "2001:20::1", "2001:30::1", "2620:4f:8000::1",
        "4000::1", "6000::1", "8000::1", "c000::1", "e000::1", "200::1", "2001:0:a00:1::f7f7:f7f7",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe", "::ffff:255.255.255.255", "::ffff:0:10.0.0.1", "64:ff9b::100.64.0.1",
        "2002:6440:1::1", "2a00:1450::5efe:192.168.0.1", "2a00:1450::200:5efe:10.1.1.1",
    ]

    static let reachable = [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "122.154.141.226",
        "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.1", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.150.1.1", "223.255.255.255",
        "2001:4860:4860::8888", "2400:cb00::1", "2a00:1450:4001::200e", "2606:4700::1111", "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:0:4136:e378:8000:63bf:f7f7:f7f7", "2403:6200::1", "3ffe::1",
        "2a00:1450::5efe:8.8.8.8", "2001:4860::1",
    ]

    @Test(arguments: refused) func addressesInsideAreRefused(_ text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(AddressGuard().refusal(of: address) != nil)
    }

    @Test(arguments: reachable) func addressesOfTheInternetAreReachable(_ text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(AddressGuard().refusal(of: address) == nil)
    }

    @Test func aPermittedRangeOpensOnlyItself() throws {
        let range = try #require(NetworkRange("127.0.0.0/31"))
        let watch = AddressGuard(allowed: [range])
        let verdicts = try ["127.0.0.0", "127.0.0.1", "127.0.0.2", "10.0.0.1", "::1", "::ffff:127.0.0.1"].map {
            watch.refusal(of: try #require(NetworkAddress($0))) == nil
        }
        #expect(verdicts == [true, true, false, false, false, true])
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("0.0.0.0/0", "200.1.1.1", true),
        ("0.0.0.0/0", "::1", false), ("192.168.4.0/22", "192.168.7.255", true),
        ("192.168.4.0/22", "192.168.8.0", false), ("::1", "::1", true), ("::1/128", "::2", false),
        ("fd00::/8", "fdab::1", true), ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3/31", "10.1.2.2", true),
    ]) func rangesHoldTheirAddresses(_ range: String, _ address: String, _ isInside: Bool) throws {
        let target = try #require(NetworkAddress(address))
        let known = try #require(NetworkRange(range))
        #expect(known.contains(target) == isInside)
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "x/8", "::/129", "10.0.0.0/8/8", "10.0.0.0/"])
    func textsThatAreNoRangeAreRefused(_ text: String) {
        #expect(NetworkRange(text) == nil)
    }

    @Test(arguments: ["", "1.2.3", "256.1.1.1", "01.2.3.4", ":::", "fe80::1%eth0", "[::1", "1.2.3.4 "])
    func textsThatAreNoAddressAreRefused(_ text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
