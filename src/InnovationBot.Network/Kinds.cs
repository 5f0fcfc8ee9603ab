namespace InnovationBot.Network;

/// <summary>The level of government an organisation or case belongs to.</summary>
public enum Tier { Local, Regional, National, Supranational }

public enum Sector { Public, Private, Academic, CivilSociety }

/// <summary>What became of what was tried. <see cref="Failed"/> is shown as "what did not work".</summary>
public enum Outcome { Succeeded, Partly, Failed, StoppedEarly, TooEarly }

/// <summary>Who may read a case or an open problem.</summary>
public enum Readers { Network, PublicBodies, Organisation, Private }

/// <summary>Whether a case shows its organisation by name or only as its kind.</summary>
public enum ShownAs { Named, Kind }

/// <summary>What part the users of the service had in the work.</summary>
public enum UsersPart { None, Consulted, CoDesigned, UserLed }

public enum Barrier
{
    StatusQuo, Hierarchy, Incentives, Mobility, Legal, Procurement, Funding, Skills, DataAccess, ItSystem, Trust, Capacity, Political,
}

/// <summary>What something cost in money paid, roughly, by its order of magnitude in euros.</summary>
public enum CostBand { Nothing, Hundreds, Thousands, TensOfThousands, HundredsOfThousands, Millions }

/// <summary>The working time of everybody together, roughly, by its order of magnitude for one person.</summary>
public enum EffortBand { Hours, Days, Weeks, Months, Years }

/// <summary>What others can use as it is.</summary>
public enum TakeOverKind { Form, Letter, Contract, ProcessDrawing, Calculation, Code }

/// <summary>The kind of organisation somebody is at, when no more than that is known or shown.</summary>
public sealed record OrganisationKind(Tier Tier, Sector Sector, string Country);

/// <summary>How a case was taken over: changed to fit, as it was, or only the idea.</summary>
public enum ReuseKind { Adapted, Copied, Inspired }

/// <summary>How far a case was taken over; only what is implemented counts as spread.</summary>
public enum ReuseStatus { Considering, Testing, Implemented, Dropped }
