/// Kinds of agencies; raw values are the words of submissions, checklists and reports.
public enum AgencyType: String, Sendable, Hashable, CaseIterable {
    /// Subdistrict administrative organisation.
    case sao
    case municipality
    /// Provincial administrative organisation.
    case pao
    /// Bangkok and Pattaya.
    case specialLocal = "special_local"
    case province
    case department
    case university
    case stateEnterprise = "state_enterprise"
    case publicOrganisation = "public_organisation"
    case other
}
