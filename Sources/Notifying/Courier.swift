public import GradingCore

/// Brings notices to receivers. May be used from any number of tasks; each attempt has a thread of its own and a time
/// limit, so a receiver that hangs delays nobody else.
public struct Courier: Sendable {
    let settings: ChannelSettings

    /// With the settings of all channels.
    public init(_ settings: ChannelSettings) { self.settings = settings }

    /// One notice by itself, at once.
    public func delivered(_ notice: Notice, by channel: Channel, at now: Moment) async -> Delivery {
        await delivered([notice], by: channel, at: now)
    }

    /// Several notices in one message, the day's digest of one person. A webhook, which is a program, gets one POST for
    /// each instead; the first that is not taken ends the attempt, and those before come again with the same `id`.
    /// No notices at all are `sent`.
    public func delivered(_ notices: [Notice], by channel: Channel, at now: Moment) async -> Delivery {
        guard !notices.isEmpty else { return .sent }
        if let obstacle = settings.obstacle(to: channel) { return .refused(cause: obstacle.text(.english)) }
        switch channel {
        case .webhook(let address):
            for notice in notices {
                let delivery = await post(notice, to: address)
                guard delivery == .sent else { return delivery }
            }
            return .sent
        case .email(let address): return await mail(notices, to: address, at: now)
        case .line(let receiver): return await push(notices, to: receiver, at: now)
        }
    }

    /// A message that says only that the channel works.
    public func tried(_ channel: Channel, at now: Moment) async -> Delivery {
        await delivered(.trial(at: now), by: channel, at: now)
    }
}
