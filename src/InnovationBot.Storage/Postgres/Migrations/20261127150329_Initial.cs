using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace InnovationBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AmbassadorApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Problems = table.Column<string>(type: "text", nullable: false),
                    MonthlyCap = table.Column<int>(type: "integer", nullable: false),
                    Visibility = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AmbassadorApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Segment = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Detail = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSegments",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    StartHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EndHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    SealedAt = table.Column<long>(type: "bigint", nullable: true),
                    Seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    DroppedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSegments", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AwaitedPeople",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: true),
                    NominationPartnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwaitedPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AwardRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganiserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    CopiedFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CallOpensAt = table.Column<long>(type: "bigint", nullable: true),
                    CallClosesAt = table.Column<long>(type: "bigint", nullable: true),
                    EndorsementsCloseAt = table.Column<long>(type: "bigint", nullable: true),
                    EligibilityClosesAt = table.Column<long>(type: "bigint", nullable: true),
                    JuryClosesAt = table.Column<long>(type: "bigint", nullable: true),
                    AnnounceAt = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    JuryOpenedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    AnnouncedAt = table.Column<long>(type: "bigint", nullable: true),
                    PublicAt = table.Column<long>(type: "bigint", nullable: true),
                    PhaseDue = table.Column<long>(type: "bigint", nullable: true),
                    AssignDue = table.Column<long>(type: "bigint", nullable: true),
                    ProblemsDue = table.Column<long>(type: "bigint", nullable: true),
                    ReminderDue = table.Column<long>(type: "bigint", nullable: true),
                    RetentionDue = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BlockedPairs",
                columns: table => new
                {
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockedPairs", x => new { x.ById, x.OtherId });
                });

            migrationBuilder.CreateTable(
                name: "Broadcasts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    About = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Correction = table.Column<string>(type: "text", nullable: true),
                    CorrectionBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Audience = table.Column<string>(type: "text", nullable: true),
                    Channels = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Urgent = table.Column<bool>(type: "boolean", nullable: false),
                    UrgentReason = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ApprovalAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WasNobodyElse = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    RecalledAt = table.Column<long>(type: "bigint", nullable: true),
                    CorrectedAt = table.Column<long>(type: "bigint", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Expected = table.Column<int>(type: "integer", nullable: false),
                    MadeUpTo = table.Column<Guid>(type: "uuid", nullable: true),
                    IsMade = table.Column<bool>(type: "boolean", nullable: false),
                    EditedUpTo = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    WorkDue = table.Column<long>(type: "bigint", nullable: true),
                    ProgressDue = table.Column<long>(type: "bigint", nullable: true),
                    ProgressShown = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Broadcasts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseDraftEditors",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDraftEditors", x => new { x.DraftId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "CaseFeedbacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<string>(type: "text", nullable: false),
                    Helped = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFeedbacks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Transaction = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TeamId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    TeamName = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    GoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInRhythms",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cadence = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ChosenAt = table.Column<long>(type: "bigint", nullable: false),
                    NextDue = table.Column<long>(type: "bigint", nullable: true),
                    SkippedInRow = table.Column<int>(type: "integer", nullable: false),
                    LastOpening = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    PausedAt = table.Column<long>(type: "bigint", nullable: true),
                    QuarterTold = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInRhythms", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Opening = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: true),
                    Quarter = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    ByPerson = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    Additions = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Asked = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    QuestionsAsked = table.Column<int>(type: "integer", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    AgainDue = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresDue = table.Column<long>(type: "bigint", nullable: true),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Coalitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Task = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LapseDue = table.Column<long>(type: "bigint", nullable: true),
                    FormedAt = table.Column<long>(type: "bigint", nullable: true),
                    OpenerId = table.Column<Guid>(type: "uuid", nullable: true),
                    MeetAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Coalitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContactPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactPoints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeskItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Languages = table.Column<string>(type: "text", nullable: false),
                    OwnerNamed = table.Column<bool>(type: "boolean", nullable: false),
                    OwnOrganisationMaySee = table.Column<bool>(type: "boolean", nullable: false),
                    DeskOrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeskCountry = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ClaimedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    EscalateDue = table.Column<long>(type: "bigint", nullable: true),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    End = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DroppedContents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DroppedContents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DroppedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    Samples = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Of = table.Column<int>(type: "integer", nullable: false),
                    Chat = table.Column<string>(type: "text", nullable: true),
                    CardActivity = table.Column<string>(type: "text", nullable: true),
                    WorkDue = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresDue = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DroppedFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "EventHabits",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoReminders = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventHabits", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganiserId = table.Column<Guid>(type: "uuid", nullable: true),
                    HostId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProblemOwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Audience = table.Column<string>(type: "text", nullable: false),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StartsAt = table.Column<long>(type: "bigint", nullable: true),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosesAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelReason = table.Column<string>(type: "text", nullable: true),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    OnSiteTaken = table.Column<int>(type: "integer", nullable: false),
                    OnlineTaken = table.Column<int>(type: "integer", nullable: false),
                    OnSiteWaiting = table.Column<int>(type: "integer", nullable: false),
                    OnlineWaiting = table.Column<int>(type: "integer", nullable: false),
                    Arrivals = table.Column<long>(type: "bigint", nullable: false),
                    Answers = table.Column<long>(type: "bigint", nullable: false),
                    ReminderDue = table.Column<long>(type: "bigint", nullable: true),
                    MeetDue = table.Column<long>(type: "bigint", nullable: true),
                    AfterDue = table.Column<long>(type: "bigint", nullable: true),
                    FollowUpDue = table.Column<long>(type: "bigint", nullable: true),
                    HoldsNeeds = table.Column<bool>(type: "boolean", nullable: false),
                    HoldsRegistrations = table.Column<bool>(type: "boolean", nullable: false),
                    Materials = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Tier = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Country = table.Column<string>(type: "text", nullable: true),
                    PolicyArea = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HandledActivities",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandledActivities", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "HelpOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    LapseDue = table.Column<long>(type: "bigint", nullable: true),
                    IntroductionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpOffers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RenewedAt = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    AppliedTo = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Introductions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakerId = table.Column<Guid>(type: "uuid", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Blurb = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    BlurbLanguage = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Languages = table.Column<string>(type: "text", nullable: false),
                    Disclosure = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    PolicyVersion = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    End = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    QuestionAnswer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    WrittenAnswer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: true),
                    TalkWanted = table.Column<bool>(type: "boolean", nullable: false),
                    TakerReport = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    GiverReport = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    TakerReportShared = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: true),
                    RemindedAt = table.Column<long>(type: "bigint", nullable: true),
                    IntroducedAt = table.Column<long>(type: "bigint", nullable: true),
                    InTouchAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReminderDue = table.Column<long>(type: "bigint", nullable: true),
                    LapseDue = table.Column<long>(type: "bigint", nullable: true),
                    MinutesToReminder = table.Column<int>(type: "integer", nullable: true),
                    MinutesToLapse = table.Column<int>(type: "integer", nullable: true),
                    NudgeDue = table.Column<long>(type: "bigint", nullable: true),
                    FollowUpDue = table.Column<long>(type: "bigint", nullable: true),
                    OutcomeDue = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Introductions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: true),
                    EntraObjectId = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Suppressed = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Email = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationProof = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SaysKind = table.Column<string>(type: "text", nullable: true),
                    Country = table.Column<string>(type: "text", nullable: true),
                    Zone = table.Column<string>(type: "text", nullable: true),
                    WorkingHours = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Languages = table.Column<string>(type: "text", nullable: false),
                    Offers = table.Column<string>(type: "text", nullable: false),
                    Topics = table.Column<string>(type: "text", nullable: false),
                    TopicEvidence = table.Column<string>(type: "text", nullable: false),
                    Visibility = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Consents = table.Column<string>(type: "text", nullable: false),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Unwanted = table.Column<string>(type: "text", nullable: false),
                    Ambassador = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AmbassadorSince = table.Column<long>(type: "bigint", nullable: true),
                    MonthlyCap = table.Column<int>(type: "integer", nullable: false),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    AwayUntil = table.Column<long>(type: "bigint", nullable: true),
                    PausedUntil = table.Column<long>(type: "bigint", nullable: true),
                    StoppedAt = table.Column<long>(type: "bigint", nullable: true),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: true),
                    WantedAt = table.Column<long>(type: "bigint", nullable: true),
                    AnswerDue = table.Column<long>(type: "bigint", nullable: true),
                    StagedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ImportMarks = table.Column<string>(type: "text", nullable: true),
                    PlaceCheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    WelcomedAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelUses",
                columns: table => new
                {
                    Day = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Requests = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelUses", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "Moves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    MovedAt = table.Column<long>(type: "bigint", nullable: false),
                    WasEntryPoint = table.Column<bool>(type: "boolean", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Moves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Edits = table.Column<Guid>(type: "uuid", nullable: true),
                    Priority = table.Column<int>(type: "integer", maxLength: 32, nullable: false),
                    Timing = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Unasked = table.Column<bool>(type: "boolean", nullable: false),
                    ChannelId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Broadcast = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    FirstTriedAt = table.Column<long>(type: "bigint", nullable: true),
                    LeaseHolder = table.Column<string>(type: "text", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    SendingAt = table.Column<long>(type: "bigint", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    ConversationId = table.Column<string>(type: "text", nullable: true),
                    ActivityId = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Trace = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OneTimeFiles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    ExpiresDue = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeFiles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "OpenHours",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "text", nullable: false),
                    StartAt = table.Column<long>(type: "bigint", nullable: false),
                    Link = table.Column<string>(type: "text", nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    RemindDue = table.Column<long>(type: "bigint", nullable: true),
                    EraseDue = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenHours", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenHourSeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HourId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    JoinedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenHourSeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenQuestions",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenQuestions", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Tier = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Sector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Country = table.Column<string>(type: "text", nullable: false),
                    Parent = table.Column<Guid>(type: "uuid", nullable: true),
                    PolicyAreas = table.Column<string>(type: "text", nullable: false),
                    Website = table.Column<string>(type: "text", nullable: true),
                    ContactPoint = table.Column<Guid>(type: "uuid", nullable: true),
                    Domains = table.Column<string>(type: "text", nullable: false),
                    FormerKeys = table.Column<string>(type: "text", nullable: false),
                    StagedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ImportMarks = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    WelcomedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "Problems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Elements = table.Column<string>(type: "text", nullable: false),
                    Tasks = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Readers = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SourceActivity = table.Column<string>(type: "text", nullable: true),
                    LastAnswer = table.Column<string>(type: "text", nullable: true),
                    QuestionsAsked = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    NotOwnOrganisation = table.Column<bool>(type: "boolean", nullable: false),
                    ContactPointMaySee = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Fit = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    KeptAt = table.Column<long>(type: "bigint", nullable: true),
                    SearchAgainDue = table.Column<long>(type: "bigint", nullable: true),
                    SearchedThrough = table.Column<long>(type: "bigint", nullable: false),
                    OrganiserOfferDue = table.Column<long>(type: "bigint", nullable: true),
                    OrganiserOfferedAt = table.Column<long>(type: "bigint", nullable: true),
                    OrganiserAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OpenText = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    OwnerNamed = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: true),
                    OpenedIn = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Problems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuarterFigures",
                columns: table => new
                {
                    Quarter = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Came = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Found = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Tried = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Solved = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    UnansweredTask = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Holder = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CountedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuarterFigures", x => x.Quarter);
                });

            migrationBuilder.CreateTable(
                name: "RoleOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OfferedAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleOffers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NextDue = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Schemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schemes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SendBudgets",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NextAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendBudgets", x => x.Tenant);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ShortAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IntroductionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakerId = table.Column<Guid>(type: "uuid", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    TakerAgreedAt = table.Column<long>(type: "bigint", nullable: true),
                    GiverAgreedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShortAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShownFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    About = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    People = table.Column<string>(type: "text", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    ShownAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShownFigures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagedUpdates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    People = table.Column<string>(type: "text", nullable: true),
                    Record = table.Column<string>(type: "text", nullable: false),
                    Given = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedUpdates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoredEmbeddings",
                columns: table => new
                {
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TextHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Vector = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredEmbeddings", x => x.Subject);
                });

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Slot = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OpenHourId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Score = table.Column<double>(type: "double precision", nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    PolicyVersion = table.Column<int>(type: "integer", nullable: false),
                    Current = table.Column<bool>(type: "boolean", nullable: false),
                    Dismissed = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TalkOutcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IntroductionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakerId = table.Column<Guid>(type: "uuid", nullable: true),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: true),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReminderDue = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Changed = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Shared = table.Column<bool>(type: "boolean", nullable: false),
                    Thanks = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkOutcomes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TalkTimes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IntroductionId = table.Column<Guid>(type: "uuid", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChosenAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkTimes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TaskAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Task = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskAppeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TryOuts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    AskDue = table.Column<long>(type: "bigint", nullable: true),
                    ReminderDue = table.Column<long>(type: "bigint", nullable: true),
                    Result = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Happened = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    DroppedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TryOuts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AwardJurors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Categories = table.Column<string>(type: "text", nullable: false),
                    DeclaredAt = table.Column<long>(type: "bigint", nullable: true),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    ReplacedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardJurors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardJurors_AwardRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "AwardRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    NominatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Track = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Category = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseDraftId = table.Column<Guid>(type: "uuid", nullable: true),
                    People = table.Column<string>(type: "text", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    WorkKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    EligibilityReason = table.Column<string>(type: "text", nullable: true),
                    EligibilityBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MendsAsked = table.Column<int>(type: "integer", nullable: false),
                    MendDue = table.Column<long>(type: "bigint", nullable: true),
                    MendedAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_AwardRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "AwardRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CoalitionSeats",
                columns: table => new
                {
                    CoalitionId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answer = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoalitionSeats", x => new { x.CoalitionId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_CoalitionSeats_Coalitions_CoalitionId",
                        column: x => x.CoalitionId,
                        principalTable: "Coalitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventAnnouncements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    UpTo = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventAnnouncements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventAnnouncements_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventCards",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ActivityId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    EditDue = table.Column<long>(type: "bigint", nullable: true),
                    EditedAt = table.Column<long>(type: "bigint", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventCards", x => new { x.ConversationId, x.ActivityId });
                    table.ForeignKey(
                        name: "FK_EventCards_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventPairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    OneId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Shared = table.Column<string>(type: "text", nullable: false),
                    OneSays = table.Column<bool>(type: "boolean", nullable: true),
                    OtherSays = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventPairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventPairs_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Seat = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Arrival = table.Column<long>(type: "bigint", nullable: false),
                    OfferDue = table.Column<long>(type: "bigint", nullable: true),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Needs = table.Column<string>(type: "text", nullable: false),
                    MeetAbout = table.Column<string>(type: "text", nullable: true),
                    SeatChanges = table.Column<int>(type: "integer", nullable: false),
                    CalendarKey = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Registrations_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuditPeople",
                columns: table => new
                {
                    Pseudonym = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Salt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditPeople", x => x.Pseudonym);
                    table.ForeignKey(
                        name: "FK_AuditPeople_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: false),
                    Service = table.Column<string>(type: "text", nullable: true),
                    Affected = table.Column<string>(type: "text", nullable: true),
                    WhatWasDone = table.Column<string>(type: "text", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Cost = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Effort = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Result = table.Column<string>(type: "text", nullable: true),
                    Results = table.Column<string>(type: "text", nullable: false),
                    NotMeasured = table.Column<bool>(type: "boolean", nullable: false),
                    Lesson = table.Column<string>(type: "text", nullable: true),
                    FirstNextTime = table.Column<string>(type: "text", nullable: true),
                    WorksElsewhereWhen = table.Column<string>(type: "text", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PolicyArea = table.Column<string>(type: "text", nullable: true),
                    Tier = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Sector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Country = table.Column<string>(type: "text", nullable: true),
                    Users = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    UsersHow = table.Column<string>(type: "text", nullable: true),
                    Partners = table.Column<string>(type: "text", nullable: false),
                    Mandate = table.Column<string>(type: "text", nullable: true),
                    Links = table.Column<string>(type: "text", nullable: false),
                    TakeOvers = table.Column<string>(type: "text", nullable: false),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    EnglishTitle = table.Column<string>(type: "text", nullable: true),
                    EnglishLesson = table.Column<string>(type: "text", nullable: true),
                    Barriers = table.Column<string>(type: "text", nullable: false),
                    SchemeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Readers = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ShownAs = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    StagedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ImportMarks = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    ReportedAt = table.Column<long>(type: "bigint", nullable: true),
                    EditedAt = table.Column<long>(type: "bigint", nullable: true),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cases_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Wins = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardDecisions_AwardRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "AwardRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AwardDecisions_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CoNominators",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    JoinedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoNominators", x => new { x.NominationId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_CoNominators_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Endorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Endorsements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Endorsements_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FactChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Claim = table.Column<string>(type: "text", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactChecks_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JurorConflicts",
                columns: table => new
                {
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JurorConflicts", x => new { x.JurorId, x.NominationId, x.Kind });
                    table.ForeignKey(
                        name: "FK_JurorConflicts_AwardJurors_JurorId",
                        column: x => x.JurorId,
                        principalTable: "AwardJurors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JurorConflicts_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JuryAssignments",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryAssignments", x => new { x.NominationId, x.JurorId });
                    table.ForeignKey(
                        name: "FK_JuryAssignments_AwardJurors_JurorId",
                        column: x => x.JurorId,
                        principalTable: "AwardJurors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JuryAssignments_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JuryScores",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Values = table.Column<string>(type: "text", nullable: false),
                    Comment = table.Column<string>(type: "text", nullable: true),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JuryScores", x => new { x.NominationId, x.JurorId });
                    table.ForeignKey(
                        name: "FK_JuryScores_AwardJurors_JurorId",
                        column: x => x.JurorId,
                        principalTable: "AwardJurors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JuryScores_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NominationPartners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Tier = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationPartners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NominationPartners_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Nominees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NominationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    ShownForEndorsement = table.Column<bool>(type: "boolean", nullable: false),
                    MayBeMentioned = table.Column<bool>(type: "boolean", nullable: false),
                    OpensProblem = table.Column<bool>(type: "boolean", nullable: false),
                    ContactOffer = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominees_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseContacts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseContacts", x => new { x.CaseId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_CaseContacts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    BaseEdition = table.Column<int>(type: "integer", nullable: false),
                    Base = table.Column<string>(type: "text", nullable: true),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: true),
                    BegunFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDrafts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseEditors",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEditors", x => new { x.CaseId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_CaseEditors_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseHelps",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseHelps", x => new { x.CaseId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_CaseHelps_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CasePartners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Sector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AskedAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePartners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CasePartners_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AskedId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    DeputyDue = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseQuestions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReporterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ToldId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseReports_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseVersions",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EditorId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseVersions", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseVersions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reuses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ImplementedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reuses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reuses_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShownMessages",
                columns: table => new
                {
                    ActivityId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShownMessages", x => x.ActivityId);
                    table.ForeignKey(
                        name: "FK_ShownMessages_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AmbassadorApplications_MemberId",
                table: "AmbassadorApplications",
                column: "MemberId",
                unique: true,
                filter: "\"State\" = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_AmbassadorApplications_State_SubmittedAt",
                table: "AmbassadorApplications",
                columns: new[] { "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Actor",
                table: "AuditEvents",
                column: "Actor");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Segment",
                table: "AuditEvents",
                column: "Segment");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Subject",
                table: "AuditEvents",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_AuditPeople_MemberId",
                table: "AuditPeople",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSegments_SealedAt",
                table: "AuditSegments",
                column: "SealedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_CaseId",
                table: "AwaitedPeople",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_Email",
                table: "AwaitedPeople",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_NominationId",
                table: "AwaitedPeople",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_NominationPartnerId",
                table: "AwaitedPeople",
                column: "NominationPartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_OrganisationId",
                table: "AwaitedPeople",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_AwaitedPeople_PartnerId",
                table: "AwaitedPeople",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDecisions_DecidedById",
                table: "AwardDecisions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDecisions_NominationId",
                table: "AwardDecisions",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardDecisions_RoundId_NominationId",
                table: "AwardDecisions",
                columns: new[] { "RoundId", "NominationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AwardJurors_MemberId",
                table: "AwardJurors",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardJurors_RoundId_MemberId",
                table: "AwardJurors",
                columns: new[] { "RoundId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_AssignDue",
                table: "AwardRounds",
                column: "AssignDue",
                filter: "\"AssignDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_PhaseDue",
                table: "AwardRounds",
                column: "PhaseDue",
                filter: "\"PhaseDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_ProblemsDue",
                table: "AwardRounds",
                column: "ProblemsDue",
                filter: "\"ProblemsDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_ReminderDue",
                table: "AwardRounds",
                column: "ReminderDue",
                filter: "\"ReminderDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_RetentionDue",
                table: "AwardRounds",
                column: "RetentionDue",
                filter: "\"RetentionDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BlockedPairs_OtherId",
                table: "BlockedPairs",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Broadcasts_CreatedAt",
                table: "Broadcasts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Broadcasts_WorkDue",
                table: "Broadcasts",
                column: "WorkDue");

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_MemberId",
                table: "CaseContacts",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDraftEditors_MemberId",
                table: "CaseDraftEditors",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDrafts_AuthorId_CaseId",
                table: "CaseDrafts",
                columns: new[] { "AuthorId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDrafts_CaseId",
                table: "CaseDrafts",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEditors_MemberId",
                table: "CaseEditors",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFeedbacks_CaseId",
                table: "CaseFeedbacks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHelps_MemberId",
                table: "CaseHelps",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CasePartners_CaseId",
                table: "CasePartners",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CasePartners_MemberId",
                table: "CasePartners",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseQuestions_AskedId",
                table: "CaseQuestions",
                column: "AskedId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseQuestions_CaseId",
                table: "CaseQuestions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseQuestions_DeputyDue",
                table: "CaseQuestions",
                column: "DeputyDue",
                filter: "\"DeputyDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseReports_CaseId",
                table: "CaseReports",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseReports_ReporterId",
                table: "CaseReports",
                column: "ReporterId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseReports_State",
                table: "CaseReports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Key",
                table: "Cases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SchemeId",
                table: "Cases",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_StagedBy",
                table: "Cases",
                column: "StagedBy",
                filter: "\"StagedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVersions_EditorId",
                table: "CaseVersions",
                column: "EditorId");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_At",
                table: "Changes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Kind_Sequence",
                table: "Changes",
                columns: new[] { "Kind", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Transaction_Sequence",
                table: "Changes",
                columns: new[] { "Transaction", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Channels_TeamId",
                table: "Channels",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInRhythms_NextDue",
                table: "CheckInRhythms",
                column: "NextDue",
                filter: "\"NextDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_AgainDue",
                table: "CheckIns",
                column: "AgainDue",
                filter: "\"AgainDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_ExpiresDue",
                table: "CheckIns",
                column: "ExpiresDue",
                filter: "\"ExpiresDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_MemberId_CreatedAt",
                table: "CheckIns",
                columns: new[] { "MemberId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_WrittenAt",
                table: "CheckIns",
                column: "WrittenAt",
                filter: "\"WrittenAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Coalitions_LapseDue",
                table: "Coalitions",
                column: "LapseDue",
                filter: "\"LapseDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Coalitions_OpenerId",
                table: "Coalitions",
                column: "OpenerId");

            migrationBuilder.CreateIndex(
                name: "IX_CoalitionSeats_MemberId",
                table: "CoalitionSeats",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CoalitionSeats_ProblemId",
                table: "CoalitionSeats",
                column: "ProblemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoNominators_MemberId",
                table: "CoNominators",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPoints_MemberId",
                table: "ContactPoints",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_ClaimedById",
                table: "DeskItems",
                column: "ClaimedById");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_EscalateDue",
                table: "DeskItems",
                column: "EscalateDue",
                filter: "\"EscalateDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_OwnerId",
                table: "DeskItems",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_ProblemId",
                table: "DeskItems",
                column: "ProblemId",
                unique: true,
                filter: "\"State\" <> 'closed'");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_State_CreatedAt",
                table: "DeskItems",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DroppedFiles_ExpiresDue",
                table: "DroppedFiles",
                column: "ExpiresDue");

            migrationBuilder.CreateIndex(
                name: "IX_DroppedFiles_MemberId",
                table: "DroppedFiles",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_DroppedFiles_WorkDue",
                table: "DroppedFiles",
                column: "WorkDue");

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_MemberId",
                table: "Endorsements",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_NominationId_MemberId",
                table: "Endorsements",
                columns: new[] { "NominationId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventAnnouncements_Due",
                table: "EventAnnouncements",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_EventAnnouncements_EventId",
                table: "EventAnnouncements",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_EventCards_EditDue",
                table: "EventCards",
                column: "EditDue",
                filter: "\"EditDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EventCards_EventId",
                table: "EventCards",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_EventPairs_EventId_OneId_OtherId",
                table: "EventPairs",
                columns: new[] { "EventId", "OneId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventPairs_OneId",
                table: "EventPairs",
                column: "OneId");

            migrationBuilder.CreateIndex(
                name: "IX_EventPairs_OtherId",
                table: "EventPairs",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_AfterDue",
                table: "Events",
                column: "AfterDue");

            migrationBuilder.CreateIndex(
                name: "IX_Events_EndsAt",
                table: "Events",
                column: "EndsAt",
                filter: "\"HoldsNeeds\" OR \"HoldsRegistrations\"");

            migrationBuilder.CreateIndex(
                name: "IX_Events_FollowUpDue",
                table: "Events",
                column: "FollowUpDue");

            migrationBuilder.CreateIndex(
                name: "IX_Events_MeetDue",
                table: "Events",
                column: "MeetDue");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrganiserId",
                table: "Events",
                column: "OrganiserId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ReminderDue",
                table: "Events",
                column: "ReminderDue");

            migrationBuilder.CreateIndex(
                name: "IX_Events_SeriesId",
                table: "Events",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Stage_StartsAt",
                table: "Events",
                columns: new[] { "Stage", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_AnsweredById",
                table: "FactChecks",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_CheckerId",
                table: "FactChecks",
                column: "CheckerId");

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_NominationId",
                table: "FactChecks",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_At",
                table: "Facts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_CaseId",
                table: "Facts",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_HandledActivities_At",
                table: "HandledActivities",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_HelpOffers_GiverId_State",
                table: "HelpOffers",
                columns: new[] { "GiverId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_HelpOffers_LapseDue",
                table: "HelpOffers",
                column: "LapseDue",
                filter: "\"LapseDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HelpOffers_ProblemId_GiverId",
                table: "HelpOffers",
                columns: new[] { "ProblemId", "GiverId" },
                unique: true,
                filter: "\"State\" = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_AskedAt_Kind_GiverId",
                table: "Introductions",
                columns: new[] { "AskedAt", "Kind", "GiverId" },
                filter: "\"AskedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_EndedAt",
                table: "Introductions",
                column: "EndedAt",
                filter: "\"EndedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_FollowUpDue",
                table: "Introductions",
                column: "FollowUpDue",
                filter: "\"FollowUpDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_GiverId_AskedAt",
                table: "Introductions",
                columns: new[] { "GiverId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_IntroducedAt",
                table: "Introductions",
                column: "IntroducedAt",
                filter: "\"IntroducedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_LapseDue",
                table: "Introductions",
                column: "LapseDue",
                filter: "\"LapseDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_NudgeDue",
                table: "Introductions",
                column: "NudgeDue",
                filter: "\"NudgeDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_OneOpen",
                table: "Introductions",
                column: "ProblemId",
                unique: true,
                filter: "\"State\" IN ('taker_agreed', 'giver_asked', 'taker_questioned')");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_OutcomeDue",
                table: "Introductions",
                column: "OutcomeDue",
                filter: "\"OutcomeDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ProblemId_GiverId",
                table: "Introductions",
                columns: new[] { "ProblemId", "GiverId" },
                unique: true,
                filter: "\"State\" <> 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ReminderDue",
                table: "Introductions",
                column: "ReminderDue",
                filter: "\"ReminderDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_State",
                table: "Introductions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_TakerId_CreatedAt",
                table: "Introductions",
                columns: new[] { "TakerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JurorConflicts_NominationId",
                table: "JurorConflicts",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_JuryAssignments_JurorId",
                table: "JuryAssignments",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_JuryScores_JurorId",
                table: "JuryScores",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_AmbassadorSince",
                table: "Members",
                column: "AmbassadorSince",
                filter: "\"AmbassadorSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_AnswerDue",
                table: "Members",
                column: "AnswerDue",
                filter: "\"AnswerDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_AwayUntil",
                table: "Members",
                column: "AwayUntil",
                filter: "\"AwayUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_DeputyId",
                table: "Members",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Email",
                table: "Members",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_OrganisationId",
                table: "Members",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_PausedUntil",
                table: "Members",
                column: "PausedUntil",
                filter: "\"PausedUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_StagedBy",
                table: "Members",
                column: "StagedBy",
                filter: "\"StagedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_TenantId_EntraObjectId",
                table: "Members",
                columns: new[] { "TenantId", "EntraObjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Moves_MemberId",
                table: "Moves",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Moves_OfferId",
                table: "Moves",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Moves_SettledAt",
                table: "Moves",
                column: "SettledAt",
                filter: "\"SettledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NominationPartners_MemberId",
                table: "NominationPartners",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_NominationPartners_NominationId",
                table: "NominationPartners",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_CaseId",
                table: "Nominations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_MendDue",
                table: "Nominations",
                column: "MendDue",
                filter: "\"MendDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NominatorId",
                table: "Nominations",
                column: "NominatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_RoundId_Category_State",
                table: "Nominations",
                columns: new[] { "RoundId", "Category", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_RoundId_WorkKey",
                table: "Nominations",
                columns: new[] { "RoundId", "WorkKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nominees_MemberId",
                table: "Nominees",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominees_NominationId_MemberId",
                table: "Nominees",
                columns: new[] { "NominationId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Key",
                table: "Notices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientId_SentAt",
                table: "Notices",
                columns: new[] { "RecipientId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_Priority_Due",
                table: "Notices",
                columns: new[] { "State", "Priority", "Due" },
                filter: "\"State\" = 'queued' OR \"State\" = 'sending'");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Subject_Kind_State",
                table: "Notices",
                columns: new[] { "Subject", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeFiles_ExpiresDue",
                table: "OneTimeFiles",
                column: "ExpiresDue");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeFiles_MemberId",
                table: "OneTimeFiles",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenHours_EraseDue",
                table: "OpenHours",
                column: "EraseDue",
                filter: "\"EraseDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenHours_HostId_StartAt",
                table: "OpenHours",
                columns: new[] { "HostId", "StartAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenHours_RemindDue",
                table: "OpenHours",
                column: "RemindDue",
                filter: "\"RemindDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenHourSeats_HourId_MemberId",
                table: "OpenHourSeats",
                columns: new[] { "HourId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenHourSeats_MemberId",
                table: "OpenHourSeats",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationProposals_MemberId",
                table: "OrganisationProposals",
                column: "MemberId",
                unique: true,
                filter: "\"State\" = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationProposals_State_ProposedAt",
                table: "OrganisationProposals",
                columns: new[] { "State", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Key",
                table: "Organisations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Name",
                table: "Organisations",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_StagedBy",
                table: "Organisations",
                column: "StagedBy",
                filter: "\"StagedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_ClosedAt",
                table: "Problems",
                column: "ClosedAt",
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_OrganiserOfferDue",
                table: "Problems",
                column: "OrganiserOfferDue",
                filter: "\"OrganiserOfferDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_OwnerId_CreatedAt",
                table: "Problems",
                columns: new[] { "OwnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Readers_OpenedAt",
                table: "Problems",
                columns: new[] { "Readers", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_SearchedThrough",
                table: "Problems",
                column: "SearchedThrough",
                filter: "\"KeptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_SourceActivity",
                table: "Problems",
                column: "SourceActivity");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_State_CreatedAt",
                table: "Problems",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_CalendarKey",
                table: "Registrations",
                column: "CalendarKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_MemberId",
                table: "Registrations",
                columns: new[] { "EventId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_Number",
                table: "Registrations",
                columns: new[] { "EventId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_State_Seat_Arrival",
                table: "Registrations",
                columns: new[] { "EventId", "State", "Seat", "Arrival" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_MemberId",
                table: "Registrations",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_OfferDue",
                table: "Registrations",
                column: "OfferDue",
                filter: "\"OfferDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reuses_CaseId_MemberId",
                table: "Reuses",
                columns: new[] { "CaseId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reuses_MemberId",
                table: "Reuses",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleOffers_FromId_Kind",
                table: "RoleOffers",
                columns: new[] { "FromId", "Kind" },
                unique: true,
                filter: "\"State\" = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_RoleOffers_ToId",
                table: "RoleOffers",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_Schemes_Name",
                table: "Schemes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShortAnswers_GiverId",
                table: "ShortAnswers",
                column: "GiverId");

            migrationBuilder.CreateIndex(
                name: "IX_ShortAnswers_IntroductionId",
                table: "ShortAnswers",
                column: "IntroductionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShortAnswers_TakerId",
                table: "ShortAnswers",
                column: "TakerId");

            migrationBuilder.CreateIndex(
                name: "IX_ShownFigures_About_ShownAt",
                table: "ShownFigures",
                columns: new[] { "About", "ShownAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShownFigures_ShownAt",
                table: "ShownFigures",
                column: "ShownAt");

            migrationBuilder.CreateIndex(
                name: "IX_ShownMessages_At",
                table: "ShownMessages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ShownMessages_CaseId",
                table: "ShownMessages",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ShownMessages_MemberId",
                table: "ShownMessages",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_StagedUpdates_ImportId_Id",
                table: "StagedUpdates",
                columns: new[] { "ImportId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredEmbeddings_CaseId",
                table: "StoredEmbeddings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredEmbeddings_MemberId",
                table: "StoredEmbeddings",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredEmbeddings_Model",
                table: "StoredEmbeddings",
                column: "Model");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_MemberId",
                table: "Suggestions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_ProblemId",
                table: "Suggestions",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkOutcomes_GiverId",
                table: "TalkOutcomes",
                column: "GiverId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkOutcomes_IntroductionId_Round",
                table: "TalkOutcomes",
                columns: new[] { "IntroductionId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkOutcomes_ReminderDue",
                table: "TalkOutcomes",
                column: "ReminderDue",
                filter: "\"ReminderDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TalkOutcomes_TakerId",
                table: "TalkOutcomes",
                column: "TakerId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkTimes_GiverId_StartAt",
                table: "TalkTimes",
                columns: new[] { "GiverId", "StartAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TalkTimes_IntroductionId",
                table: "TalkTimes",
                column: "IntroductionId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkTimes_OneChosen",
                table: "TalkTimes",
                column: "IntroductionId",
                unique: true,
                filter: "\"ChosenAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAppeals_Task_AskedAt",
                table: "TaskAppeals",
                columns: new[] { "Task", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TryOuts_AskDue",
                table: "TryOuts",
                column: "AskDue",
                filter: "\"AskDue\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TryOuts_OwnerId",
                table: "TryOuts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_TryOuts_ProblemId",
                table: "TryOuts",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_TryOuts_ReminderDue",
                table: "TryOuts",
                column: "ReminderDue",
                filter: "\"ReminderDue\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AmbassadorApplications");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditPeople");

            migrationBuilder.DropTable(
                name: "AuditSegments");

            migrationBuilder.DropTable(
                name: "AwaitedPeople");

            migrationBuilder.DropTable(
                name: "AwardDecisions");

            migrationBuilder.DropTable(
                name: "BlockedPairs");

            migrationBuilder.DropTable(
                name: "Broadcasts");

            migrationBuilder.DropTable(
                name: "CaseContacts");

            migrationBuilder.DropTable(
                name: "CaseDraftEditors");

            migrationBuilder.DropTable(
                name: "CaseDrafts");

            migrationBuilder.DropTable(
                name: "CaseEditors");

            migrationBuilder.DropTable(
                name: "CaseFeedbacks");

            migrationBuilder.DropTable(
                name: "CaseHelps");

            migrationBuilder.DropTable(
                name: "CasePartners");

            migrationBuilder.DropTable(
                name: "CaseQuestions");

            migrationBuilder.DropTable(
                name: "CaseReports");

            migrationBuilder.DropTable(
                name: "CaseVersions");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "CheckInRhythms");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "CoalitionSeats");

            migrationBuilder.DropTable(
                name: "CoNominators");

            migrationBuilder.DropTable(
                name: "ContactPoints");

            migrationBuilder.DropTable(
                name: "DeskItems");

            migrationBuilder.DropTable(
                name: "DroppedContents");

            migrationBuilder.DropTable(
                name: "DroppedFiles");

            migrationBuilder.DropTable(
                name: "Endorsements");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "EventAnnouncements");

            migrationBuilder.DropTable(
                name: "EventCards");

            migrationBuilder.DropTable(
                name: "EventHabits");

            migrationBuilder.DropTable(
                name: "EventPairs");

            migrationBuilder.DropTable(
                name: "FactChecks");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "HandledActivities");

            migrationBuilder.DropTable(
                name: "HelpOffers");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "Introductions");

            migrationBuilder.DropTable(
                name: "JurorConflicts");

            migrationBuilder.DropTable(
                name: "JuryAssignments");

            migrationBuilder.DropTable(
                name: "JuryScores");

            migrationBuilder.DropTable(
                name: "ModelUses");

            migrationBuilder.DropTable(
                name: "Moves");

            migrationBuilder.DropTable(
                name: "NominationPartners");

            migrationBuilder.DropTable(
                name: "Nominees");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "OneTimeFiles");

            migrationBuilder.DropTable(
                name: "OpenHours");

            migrationBuilder.DropTable(
                name: "OpenHourSeats");

            migrationBuilder.DropTable(
                name: "OpenQuestions");

            migrationBuilder.DropTable(
                name: "OrganisationProposals");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "Problems");

            migrationBuilder.DropTable(
                name: "QuarterFigures");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "Reuses");

            migrationBuilder.DropTable(
                name: "RoleOffers");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropTable(
                name: "SendBudgets");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "ShortAnswers");

            migrationBuilder.DropTable(
                name: "ShownFigures");

            migrationBuilder.DropTable(
                name: "ShownMessages");

            migrationBuilder.DropTable(
                name: "StagedUpdates");

            migrationBuilder.DropTable(
                name: "StoredEmbeddings");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropTable(
                name: "TalkOutcomes");

            migrationBuilder.DropTable(
                name: "TalkTimes");

            migrationBuilder.DropTable(
                name: "TaskAppeals");

            migrationBuilder.DropTable(
                name: "TryOuts");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Coalitions");

            migrationBuilder.DropTable(
                name: "AwardJurors");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "AwardRounds");

            migrationBuilder.DropTable(
                name: "Schemes");
        }
    }
}
