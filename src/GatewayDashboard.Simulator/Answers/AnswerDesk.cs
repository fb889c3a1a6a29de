using System.Collections.Concurrent;
using GatewayDashboard.Simulator.Dialects;
using GatewayDashboard.Simulator.Faults;
using GatewayDashboard.Simulator.Models;
using GatewayDashboard.Simulator.Profiles;
using GatewayDashboard.Simulator.Serving;

namespace GatewayDashboard.Simulator.Answers;

/// <summary>Decides what a chat completion is answered with: by instruction where there is one, else by the gateway's profile.</summary>
/// <param name="seed">Decides jitter and texts.</param>
/// <param name="pace">How fast time runs.</param>
internal sealed class AnswerDesk(long seed, Pace pace)
{
    private const string PlainModel = "sim/";
    private const string FaultModel = "fault/";
    private const int MostReasoningTokens = 200;
    private readonly ConcurrentDictionary<string, Counter> _requests = new();
    private long _ids;

    public Reply Answer(WireDialect dialect, ChatRequest request, string? header, string? key = null)
    {
        if (Instructed(request.Model, header) is { } instructions)
        {
            return Obey(dialect, request, instructions, key);
        }

        if (dialect.KnowsItsModels && ModelCatalogue.Find(dialect.GatewayId, request.Model) is null)
        {
            return ErrorBody.UnknownModel(request.Model).ToReply(dialect);
        }

        var index = _requests.GetOrAdd(dialect.GatewayId, _ => new Counter()).Next();
        var plan = Drawn(dialect.GatewayId, request, index);
        return dialect.GatewayId == "failing" ? FailingGateway.Answer(Compose(dialect, request, plan), index) : Write(Compose(dialect, request, plan));
    }

    private AnswerPlan Drawn(string gateway, ChatRequest request, long index)
    {
        var draw = new ProfileSampler(GatewayProfiles.Find(gateway)!, seed).Draw(index, request.PromptWords > GatewayProfile.LongPromptWords);
        var reasoning = gateway == "reasoning" ? Math.Min(draw.OutputTokens * 2, MostReasoningTokens) : 0;
        return AnswerPlan.From(draw, reasoning, seed + index) with { Buffered = gateway == "buffering" };
    }

    private Reply Obey(WireDialect dialect, ChatRequest request, Instructions instructions, string? key)
    {
        if (instructions.Status is { } status && instructions.Fault is null)
        {
            return new ErrorBody(status, $"Refused with {status}, as instructed.", "instructed").ToReply(dialect);
        }

        var answer = Compose(dialect, request, instructions.ToPlan()) with { Key = key };
        if (instructions.Fault is { } id)
        {
            var fault = FaultCatalogue.Find(id)
                ?? throw new RequestRefusedException(400, $"Unknown fault '{id}'. The catalogue has {string.Join(", ", FaultCatalogue.All.Select(known => known.Id))}.");
            return Cut(fault.Play(answer, Write(answer), instructions), instructions);
        }

        return Cut(Write(answer), instructions);
    }

    private static Reply Cut(Reply reply, Instructions instructions)
    {
        var parts = instructions.Join > 1 ? Chunking.Join(reply.Parts, instructions.Join) : reply.Parts;
        return reply with { Parts = instructions.Split > 0 ? Chunking.Split(parts, instructions.Split) : parts };
    }

    private static Reply Write(Answer answer) => answer.Request.Stream ? StreamedAnswer.Write(answer) : WholeAnswer.Write(answer);

    private Answer Compose(WireDialect dialect, ChatRequest request, AnswerPlan wished)
    {
        var plan = wished.Limited(request.MaxTokens);
        var id = $"{dialect.IdPrefix}{Interlocked.Increment(ref _ids):x12}";
        var created = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var cost = ModelCatalogue.Find(dialect.GatewayId, request.Model)?.BillMicroUsd(request.PromptTokens, plan.CompletionTokens) / 1_000_000;
        return new Answer
        {
            Dialect = dialect,
            Request = request,
            Plan = plan,
            Pace = pace,
            Chunks = new ChunkWriter(dialect, id, request.Model, created),
            Usage = new UsageReport(dialect, request.PromptTokens, plan, cost, created),
            Id = id,
            Model = request.Model,
            Created = created,
            CostUsd = cost,
        };
    }

    /// <summary>Instructions of a model name come first, so that the product can be driven through its ordinary pages.</summary>
    private static Instructions? Instructed(string model, string? header)
    {
        var cut = model.IndexOf('?', StringComparison.Ordinal);
        var query = cut < 0 ? "" : model[(cut + 1)..];
        if (model.StartsWith(FaultModel, StringComparison.Ordinal))
        {
            return Instructions.Parse($"fault={model[FaultModel.Length..(cut < 0 ? model.Length : cut)]}&{query}");
        }

        return model.StartsWith(PlainModel, StringComparison.Ordinal) ? Instructions.Parse(query) : header is null ? null : Instructions.Parse(header);
    }

    private sealed class Counter
    {
        private long _next = -1;

        public long Next() => Interlocked.Increment(ref _next);
    }
}
