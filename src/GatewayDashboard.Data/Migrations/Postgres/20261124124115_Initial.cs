using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace GatewayDashboard.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AllowedOrigins",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "text", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllowedOrigins", x => x.Origin);
                });

            migrationBuilder.CreateTable(
                name: "AuditLog",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLog", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Benchmarks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Benchmark = table.Column<string>(type: "text", nullable: false),
                    Offers = table.Column<string>(type: "text", nullable: false),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Benchmarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Connections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    BaseUrl = table.Column<string>(type: "text", nullable: true),
                    Enabled = table.Column<bool>(type: "boolean", nullable: false),
                    InFrontOf = table.Column<string>(type: "text", nullable: true),
                    Dialect = table.Column<string>(type: "text", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Connections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelLists",
                columns: table => new
                {
                    GatewayId = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    FetchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Models = table.Column<int>(type: "integer", nullable: true),
                    FailedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelLists", x => x.GatewayId);
                });

            migrationBuilder.CreateTable(
                name: "ModelPrices",
                columns: table => new
                {
                    GatewayId = table.Column<string>(type: "text", nullable: false),
                    ModelId = table.Column<string>(type: "text", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Price = table.Column<string>(type: "text", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPrices", x => new { x.GatewayId, x.ModelId, x.SeenAt });
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    GatewayId = table.Column<string>(type: "text", nullable: false),
                    ModelId = table.Column<string>(type: "text", nullable: false),
                    CanonicalModel = table.Column<string>(type: "text", nullable: true),
                    ServingLabel = table.Column<string>(type: "text", nullable: false),
                    DisplayName = table.Column<string>(type: "text", nullable: true),
                    ContextTokens = table.Column<int>(type: "integer", nullable: true),
                    MaxOutputTokens = table.Column<int>(type: "integer", nullable: true),
                    InputModalities = table.Column<string>(type: "text", nullable: true),
                    OutputModalities = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    FirstSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => new { x.GatewayId, x.ModelId });
                });

            migrationBuilder.CreateTable(
                name: "PlaygroundSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Session = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaygroundSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rollups",
                columns: table => new
                {
                    TargetKey = table.Column<string>(type: "text", nullable: false),
                    Prompt = table.Column<string>(type: "text", nullable: false),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Vantage = table.Column<string>(type: "text", nullable: false),
                    Metric = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Grain = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    BucketStart = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    Min = table.Column<long>(type: "bigint", nullable: true),
                    Max = table.Column<long>(type: "bigint", nullable: true),
                    Histogram = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rollups", x => new { x.TargetKey, x.Metric, x.Grain, x.BucketStart, x.Prompt, x.Provenance, x.Vantage });
                });

            migrationBuilder.CreateTable(
                name: "SavedRequests",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedRequests", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Spending",
                columns: table => new
                {
                    Period = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    CapUnits = table.Column<long>(type: "bigint", nullable: false),
                    SpentUnits = table.Column<long>(type: "bigint", nullable: false),
                    ReservedUnits = table.Column<long>(type: "bigint", nullable: false),
                    OverrunUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spending", x => x.Period);
                    table.CheckConstraint("CK_Spending_Cap", "\"ReservedUnits\" >= 0 AND \"SpentUnits\" + \"ReservedUnits\" <= \"CapUnits\"");
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BenchmarkId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false),
                    Targets = table.Column<string>(type: "text", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SlotKey = table.Column<string>(type: "text", nullable: true),
                    ScheduledFor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Region = table.Column<string>(type: "text", nullable: true),
                    Vantage = table.Column<string>(type: "text", nullable: false),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Clock = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Owner = table.Column<string>(type: "text", nullable: true),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    HeartbeatAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClaimedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelRequested = table.Column<bool>(type: "boolean", nullable: false),
                    StopReason = table.Column<string>(type: "text", nullable: true),
                    PlannedCalls = table.Column<int>(type: "integer", nullable: false),
                    SelfAudit = table.Column<string>(type: "text", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: true),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    CapUnits = table.Column<long>(type: "bigint", nullable: false),
                    SpentUnits = table.Column<long>(type: "bigint", nullable: false),
                    ReservedUnits = table.Column<long>(type: "bigint", nullable: false),
                    OverrunUnits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                    table.CheckConstraint("CK_Runs_Cap", "\"ReservedUnits\" >= 0 AND \"SpentUnits\" + \"ReservedUnits\" <= \"CapUnits\"");
                    table.ForeignKey(
                        name: "FK_Runs_Benchmarks_BenchmarkId",
                        column: x => x.BenchmarkId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Schedules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BenchmarkId = table.Column<long>(type: "bigint", nullable: false),
                    Cron = table.Column<string>(type: "text", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: false),
                    Jitter = table.Column<long>(type: "bigint", nullable: false),
                    CatchUpWithin = table.Column<long>(type: "bigint", nullable: true),
                    Region = table.Column<string>(type: "text", nullable: true),
                    Enabled = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Schedules_Benchmarks_BenchmarkId",
                        column: x => x.BenchmarkId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    ConnectionId = table.Column<string>(type: "text", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    KeyId = table.Column<string>(type: "text", nullable: false),
                    Nonce = table.Column<byte[]>(type: "bytea", nullable: false),
                    Ciphertext = table.Column<byte[]>(type: "bytea", nullable: false),
                    Tag = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastFour = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credentials", x => new { x.ConnectionId, x.Field });
                    table.ForeignKey(
                        name: "FK_Credentials_Connections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "Connections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RunId = table.Column<long>(type: "bigint", nullable: true),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Block = table.Column<int>(type: "integer", nullable: false),
                    WarmUp = table.Column<bool>(type: "boolean", nullable: false),
                    TargetKey = table.Column<string>(type: "text", nullable: false),
                    Prompt = table.Column<string>(type: "text", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Stagger = table.Column<long>(type: "bigint", nullable: false),
                    Nonce = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<string>(type: "text", nullable: true),
                    ReservedUnits = table.Column<long>(type: "bigint", nullable: false),
                    SettledUnits = table.Column<long>(type: "bigint", nullable: false),
                    ReservedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Calls_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RunResults",
                columns: table => new
                {
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunResults", x => x.RunId);
                    table.ForeignKey(
                        name: "FK_RunResults_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RunSummaries",
                columns: table => new
                {
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    TargetKey = table.Column<string>(type: "text", nullable: false),
                    Prompt = table.Column<string>(type: "text", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Variant = table.Column<string>(type: "text", nullable: false),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Vantage = table.Column<string>(type: "text", nullable: false),
                    Clock = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Succeeded = table.Column<int>(type: "integer", nullable: false),
                    Faults = table.Column<int>(type: "integer", nullable: false),
                    Outcomes = table.Column<string>(type: "text", nullable: false),
                    SpeedMedian = table.Column<double>(type: "double precision", nullable: true),
                    OutputTokensMedian = table.Column<double>(type: "double precision", nullable: true),
                    CostUsd = table.Column<decimal>(type: "numeric", nullable: true),
                    FirstToken_Count = table.Column<int>(type: "integer", nullable: false),
                    FirstToken_High = table.Column<double>(type: "double precision", nullable: true),
                    FirstToken_Low = table.Column<double>(type: "double precision", nullable: true),
                    FirstToken_Median = table.Column<double>(type: "double precision", nullable: true),
                    FirstToken_P90 = table.Column<double>(type: "double precision", nullable: true),
                    FirstToken_P95 = table.Column<double>(type: "double precision", nullable: true),
                    FirstToken_P99 = table.Column<double>(type: "double precision", nullable: true),
                    Total_Count = table.Column<int>(type: "integer", nullable: false),
                    Total_High = table.Column<double>(type: "double precision", nullable: true),
                    Total_Low = table.Column<double>(type: "double precision", nullable: true),
                    Total_Median = table.Column<double>(type: "double precision", nullable: true),
                    Total_P90 = table.Column<double>(type: "double precision", nullable: true),
                    Total_P95 = table.Column<double>(type: "double precision", nullable: true),
                    Total_P99 = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunSummaries", x => new { x.RunId, x.TargetKey, x.Prompt });
                    table.ForeignKey(
                        name: "FK_RunSummaries_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Slots",
                columns: table => new
                {
                    ScheduleId = table.Column<long>(type: "bigint", nullable: false),
                    ScheduledFor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RunId = table.Column<long>(type: "bigint", nullable: true),
                    SkipReason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slots", x => new { x.ScheduleId, x.ScheduledFor });
                    table.ForeignKey(
                        name: "FK_Slots_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Slots_Schedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "Schedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                columns: table => new
                {
                    CallId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    TargetKey = table.Column<string>(type: "text", nullable: false),
                    Prompt = table.Column<string>(type: "text", nullable: false),
                    Block = table.Column<int>(type: "integer", nullable: false),
                    WarmUp = table.Column<bool>(type: "boolean", nullable: false),
                    Variant = table.Column<string>(type: "text", nullable: false),
                    Provenance = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Vantage = table.Column<string>(type: "text", nullable: false),
                    Clock = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ScheduledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    StartNs = table.Column<long>(type: "bigint", nullable: false),
                    ScheduledNs = table.Column<long>(type: "bigint", nullable: false),
                    CallNs = table.Column<long>(type: "bigint", nullable: false),
                    HeadersNs = table.Column<long>(type: "bigint", nullable: true),
                    FirstCommentNs = table.Column<long>(type: "bigint", nullable: true),
                    FirstEventNs = table.Column<long>(type: "bigint", nullable: true),
                    FirstTokenNs = table.Column<long>(type: "bigint", nullable: true),
                    FirstReasoningNs = table.Column<long>(type: "bigint", nullable: true),
                    FirstAnswerNs = table.Column<long>(type: "bigint", nullable: true),
                    LastTokenNs = table.Column<long>(type: "bigint", nullable: true),
                    DoneNs = table.Column<long>(type: "bigint", nullable: false),
                    Reused = table.Column<bool>(type: "boolean", nullable: false),
                    PoolWait = table.Column<long>(type: "bigint", nullable: true),
                    Dns = table.Column<long>(type: "bigint", nullable: true),
                    Tcp = table.Column<long>(type: "bigint", nullable: true),
                    Tls = table.Column<long>(type: "bigint", nullable: true),
                    RemoteAddress = table.Column<string>(type: "text", nullable: true),
                    InputTokens = table.Column<int>(type: "integer", nullable: true),
                    OutputTokens = table.Column<int>(type: "integer", nullable: true),
                    ReasoningTokens = table.Column<int>(type: "integer", nullable: true),
                    CachedInputTokens = table.Column<int>(type: "integer", nullable: true),
                    UsageFoundAt = table.Column<string>(type: "text", nullable: true),
                    UsageReported = table.Column<bool>(type: "boolean", nullable: false),
                    NormalisedOutput = table.Column<int>(type: "integer", nullable: true),
                    CostUsd = table.Column<decimal>(type: "numeric", nullable: true),
                    ReportedCostUsd = table.Column<decimal>(type: "numeric", nullable: true),
                    Reads = table.Column<int>(type: "integer", nullable: false),
                    CoalescedReads = table.Column<int>(type: "integer", nullable: false),
                    FinishReason = table.Column<string>(type: "text", nullable: true),
                    ServedModel = table.Column<string>(type: "text", nullable: true),
                    ServedProvider = table.Column<string>(type: "text", nullable: true),
                    SystemFingerprint = table.Column<string>(type: "text", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.CallId);
                    table.ForeignKey(
                        name: "FK_Samples_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Samples_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SampleEvents",
                columns: table => new
                {
                    CallId = table.Column<string>(type: "character varying(64)", nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    Headers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleEvents", x => x.CallId);
                    table.ForeignKey(
                        name: "FK_SampleEvents_Samples_CallId",
                        column: x => x.CallId,
                        principalTable: "Samples",
                        principalColumn: "CallId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SampleFaults",
                columns: table => new
                {
                    CallId = table.Column<string>(type: "character varying(64)", nullable: false),
                    Message = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Code = table.Column<string>(type: "text", nullable: true),
                    Hint = table.Column<string>(type: "text", nullable: true),
                    RetryAfter = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleFaults", x => x.CallId);
                    table.ForeignKey(
                        name: "FK_SampleFaults_Samples_CallId",
                        column: x => x.CallId,
                        principalTable: "Samples",
                        principalColumn: "CallId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_RunId_Block_Position",
                table: "Calls",
                columns: new[] { "RunId", "Block", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CanonicalModel",
                table: "Offers",
                column: "CanonicalModel");

            migrationBuilder.CreateIndex(
                name: "IX_PlaygroundSessions_CreatedAt",
                table: "PlaygroundSessions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_BenchmarkId",
                table: "Runs",
                column: "BenchmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_RequestedAt",
                table: "Runs",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_SlotKey",
                table: "Runs",
                column: "SlotKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RunSummaries_TargetKey_Prompt_StartedAt",
                table: "RunSummaries",
                columns: new[] { "TargetKey", "Prompt", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Samples_RunId_Block",
                table: "Samples",
                columns: new[] { "RunId", "Block" });

            migrationBuilder.CreateIndex(
                name: "IX_Samples_TargetKey_StartedAt",
                table: "Samples",
                columns: new[] { "TargetKey", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_BenchmarkId",
                table: "Schedules",
                column: "BenchmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_Slots_RunId",
                table: "Slots",
                column: "RunId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AllowedOrigins");

            migrationBuilder.DropTable(
                name: "AuditLog");

            migrationBuilder.DropTable(
                name: "Credentials");

            migrationBuilder.DropTable(
                name: "ModelLists");

            migrationBuilder.DropTable(
                name: "ModelPrices");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "PlaygroundSessions");

            migrationBuilder.DropTable(
                name: "Rollups");

            migrationBuilder.DropTable(
                name: "RunResults");

            migrationBuilder.DropTable(
                name: "RunSummaries");

            migrationBuilder.DropTable(
                name: "SampleEvents");

            migrationBuilder.DropTable(
                name: "SampleFaults");

            migrationBuilder.DropTable(
                name: "SavedRequests");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Slots");

            migrationBuilder.DropTable(
                name: "Spending");

            migrationBuilder.DropTable(
                name: "Connections");

            migrationBuilder.DropTable(
                name: "Samples");

            migrationBuilder.DropTable(
                name: "Schedules");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropTable(
                name: "Runs");

            migrationBuilder.DropTable(
                name: "Benchmarks");
        }
    }
}
