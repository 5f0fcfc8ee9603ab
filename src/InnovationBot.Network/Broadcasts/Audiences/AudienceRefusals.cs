namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>Why an audience cannot be used. The fact <c>field</c> names where, as in a file: <c>audience.any_of[0].tier</c>.</summary>
public static class AudienceRefusals
{
    /// <summary>Nothing is said of whom it is for; everyone has to be meant.</summary>
    public static readonly Refusal Missing = new("AudienceMissing");

    /// <summary>What is said holds of nobody.</summary>
    public static readonly Refusal Nobody = new("AudienceOfNobody");

    /// <summary>Facts <c>field</c> and <c>known</c>.</summary>
    public static readonly Refusal FieldUnknown = new Refusal("AudienceFieldUnknown").With("field", "").With("known", "");

    /// <summary>Facts <c>field</c>, <c>value</c> and <c>known</c>.</summary>
    public static readonly Refusal ValueUnknown = new Refusal("AudienceValueUnknown").With("field", "").With("value", "").With("known", "");

    /// <summary>Neither a text nor a list of texts. Fact <c>field</c>.</summary>
    public static readonly Refusal NoList = new Refusal("AudienceNoList").With("field", "");

    /// <summary>Fact <c>field</c>.</summary>
    public static readonly Refusal ListEmpty = new Refusal("AudienceListEmpty").With("field", "");

    /// <summary>Facts <c>field</c> and <c>most</c>.</summary>
    public static readonly Refusal ListTooLong = new Refusal("AudienceListTooLong").With("field", "").With("most", 0);

    /// <summary>Audiences within audiences. Fact <c>most</c>.</summary>
    public static readonly Refusal TooDeep = new Refusal("AudienceTooDeep").With("most", AudienceJson.DeepestNesting);

    /// <summary>Fact <c>value</c>: as it was named.</summary>
    public static readonly Refusal OrganisationUnknown = new Refusal("AudienceOrganisationUnknown").With("value", "");

    /// <summary>Facts <c>count</c> and <c>value</c>: the first of them.</summary>
    public static readonly Refusal PeopleUnknown = new Refusal("AudiencePeopleUnknown").With("count", 0).With("value", "");

    /// <summary>No directory can be read here.</summary>
    public static readonly Refusal GroupsOff = new("AudienceGroupsOff");

    /// <summary>No group of this id or name, or several of this name. Fact <c>value</c>.</summary>
    public static readonly Refusal GroupUnknown = new Refusal("AudienceGroupUnknown").With("value", "");

    /// <summary>The directory did not answer, or not what it should. Fact <c>value</c>.</summary>
    public static readonly Refusal GroupUnreadable = new Refusal("AudienceGroupUnreadable").With("value", "");

    /// <summary>Facts <c>part</c>, which of the audience's fields names it, and <c>value</c>.</summary>
    public static readonly Refusal EventUnknown = new Refusal("AudienceEventUnknown").With("part", "signed_up_for").With("value", "");

    /// <summary>Who fits an event is meant beside something else, and numbers would tell who it is.</summary>
    public static readonly Refusal FitsAlone = new("AudienceFitsAlone");

    /// <summary>Who fits an event is meant for anything but the invitation to that event.</summary>
    public static readonly Refusal FitsInvitation = new("AudienceFitsInvitation");

    /// <summary>An organiser of one organisation would learn whose problem it is.</summary>
    public static readonly Refusal FitsOrganisers = new("AudienceFitsOrganisers");
}
