namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>What a word or phrase hints at. Each is a section of a language's word file; those after <see cref="Quantity"/> are derived.</summary>
internal enum Cue
{
    // What happened, to whom, with what, where and when.

    /// <summary>Friction one could film or count: waits, comes back, is missing, breaks.</summary>
    Event,

    /// <summary>Work of hands and counters: sends, fills in, prints, drives.</summary>
    Act,

    /// <summary>A kind of person one can meet: nurse, applicant, mother.</summary>
    Person,

    /// <summary>People in general, which strategies speak of as well: citizens, staff, users.</summary>
    People,
    Thing,
    Place,

    /// <summary>A point in time: yesterday, on Monday, since March, at night.</summary>
    Anchor,

    /// <summary>How often, how many: every day, twice, half of.</summary>
    Often,

    /// <summary>What a number counts when it counts an event: minutes, weeks, times, calls.</summary>
    Unit,
    Number,

    /// <summary>What joins an event to what follows from it: so that, therefore, until.</summary>
    Cause,

    /// <summary>What joins an event to where it comes from: because, although. Tells an event, but no consequence.</summary>
    Reason,

    /// <summary>Harm that follows: gave up, costs, complained, overtime.</summary>
    Effect,

    /// <summary>An attempt: we tried, tested, did not help.</summary>
    Tried,

    /// <summary>A word of the past: was, had, went.</summary>
    Past,

    /// <summary>I, me, my.</summary>
    Self,
    We,

    /// <summary>Nobody, never, not.</summary>
    Not,

    // Goals, attitudes and labels.

    /// <summary>Must, should, need to, want to, it is time.</summary>
    Modal,

    /// <summary>What is not, or not yet: should, would, in future. What follows in the sentence is wished, not told.</summary>
    Unreal,

    /// <summary>Back from wishes to what is: but, yet, instead.</summary>
    Contrast,

    /// <summary>Verbs of aspiration: strengthen, foster, become, improve.</summary>
    Aspire,

    /// <summary>Nouns that nobody can film: excellence, potential, framework.</summary>
    Ideal,

    /// <summary>Adjectives of praise and blame: innovative, holistic, outdated.</summary>
    Quality,

    /// <summary>More, better, too little, lack of.</summary>
    Degree,

    /// <summary>Bodies in general: the public sector, stakeholders, society.</summary>
    Collective,

    /// <summary>Targets and plans: by 2030, KPI, roadmap, pillars.</summary>
    Target,

    /// <summary>What bodies do for a change: adopt, launch, appoint, hold a conference, recommend. It happened, but to nobody.</summary>
    Official,

    /// <summary>Questions of aspiration: how can we, how do we get.</summary>
    Wonder,

    /// <summary>Asking for a thing: we need, there should be, we lack.</summary>
    Need,

    /// <summary>Things asked for instead of a problem: app, platform, dashboard.</summary>
    Solution,

    // Themes, each with its own question; all count as ideals too.
    Culture,
    Digital,
    Speed,
    Silos,
    Citizens,
    Rules,
    Vision,

    /// <summary>Swallows a phrase whose words mean something else alone: in order to.</summary>
    Nothing,

    /// <summary>Helping verbs that make a perfect tense or a passive with a form of the section <c>perfect_form</c>; what looks like a past right after one is none ("people are greeted").</summary>
    Auxiliary,

    /// <summary>A number that counts an event: eleven weeks, forty parents, three times.</summary>
    Quantity,

    /// <summary>An event or act that is only wished for or ruled out: nobody should ever wait.</summary>
    Wished,

    /// <summary>A number of ideals: five pillars, three priorities.</summary>
    TargetFigure,

    /// <summary>A long word with an abstract ending (-ness, -keit, -ost) that no section knows.</summary>
    Nominal,

    /// <summary>A word that no section knows. Strategies share their vocabulary, events have each their own.</summary>
    Plain,
}

/// <summary>A set of cues.</summary>
internal readonly record struct Cues(ulong Bits)
{
    public static readonly Cues None;

    /// <summary>Nouns: only these are looked for at the end of a compound.</summary>
    public static readonly Cues Nouns = Of(
        Cue.Person, Cue.People, Cue.Thing, Cue.Place, Cue.Unit, Cue.Ideal, Cue.Collective, Cue.Target, Cue.Solution,
        Cue.Culture, Cue.Silos, Cue.Rules, Cue.Vision, Cue.Event);

    /// <summary>What the themes' questions go by.</summary>
    public static readonly Cues Themes = Of(Cue.Culture, Cue.Digital, Cue.Speed, Cue.Silos, Cue.Citizens, Cue.Rules, Cue.Vision);

    public static Cues Of(params ReadOnlySpan<Cue> cues)
    {
        ulong bits = 0;
        foreach (var cue in cues) bits |= 1UL << (int)cue;
        return new Cues(bits);
    }

    public bool IsEmpty => Bits == 0;

    public bool Has(Cue cue) => (Bits & (1UL << (int)cue)) != 0;

    public bool HasAny(Cues other) => (Bits & other.Bits) != 0;

    public static Cues operator |(Cues left, Cues right) => new(left.Bits | right.Bits);

    public static Cues operator &(Cues left, Cues right) => new(left.Bits & right.Bits);
}
