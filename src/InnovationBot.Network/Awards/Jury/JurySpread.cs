using System.Security.Cryptography;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>A nomination that needs jurors.</summary>
/// <param name="Free">Who may score it: named for its category, serving, without conflict.</param>
/// <param name="Begun">Of those, who have begun to: they keep it.</param>
/// <param name="Given">Of those, who have it already.</param>
/// <param name="Needed">So many different jurors; fewer than the round asks for where somebody scored it who has left since.</param>
public sealed record JuryTask(NominationId Nomination, int Needed, IReadOnlySet<AwardJurorId> Free, IReadOnlySet<AwardJurorId> Begun, IReadOnlySet<AwardJurorId> Given);

/// <summary>A nomination that too few jurors are free for.</summary>
public readonly record struct JuryGap(NominationId Nomination, int Missing);

/// <summary>
/// Who scores what. Every nomination gets so many different jurors, none with a conflict, and the work is as even as conflicts
/// allow: where any distribution differs by at most one for each juror, this one does; else <see cref="TiedJurors"/> says whom
/// conflicts and categories leave no choice.
/// </summary>
/// <remarks>
/// A nomination moves from a juror with more to one with less, along chains of nominations where needed, until no chain leads from
/// anybody to somebody with two fewer. That none is left proves that no more even distribution exists (shortest augmenting paths; Harvey,
/// Ladner, Lovász, Tamir: Semi-matchings for bipartite graphs and load balancing, 2006).
/// </remarks>
public sealed class JurySpread
{
    private readonly Dictionary<NominationId, HashSet<AwardJurorId>> jurorsOf = [];
    private readonly Dictionary<AwardJurorId, HashSet<NominationId>> workOf;
    private readonly Dictionary<NominationId, JuryTask> tasks;

    private JurySpread(IReadOnlyCollection<JuryTask> tasks, IEnumerable<AwardJurorId> jurors)
    {
        this.tasks = tasks.ToDictionary(task => task.Nomination);
        workOf = jurors.Distinct().ToDictionary(juror => juror, _ => new HashSet<NominationId>());
        List<JuryGap> gaps = [];
        foreach (var task in tasks.OrderBy(task => task.Free.Count).ThenBy(task => task.Nomination.Value))
        {
            jurorsOf[task.Nomination] = [];
            foreach (var juror in task.Begun) Give(task.Nomination, juror);
            foreach (var juror in task.Given.Where(juror => task.Free.Contains(juror) && !task.Begun.Contains(juror)).OrderBy(juror => juror.Value))
                if (jurorsOf[task.Nomination].Count < task.Needed) Give(task.Nomination, juror);
            foreach (var juror in task.Free.Where(juror => !jurorsOf[task.Nomination].Contains(juror)).OrderBy(juror => workOf[juror].Count).ThenBy(juror => Mixed(task.Nomination, juror)).ToList())
                if (jurorsOf[task.Nomination].Count < task.Needed) Give(task.Nomination, juror);
            if (jurorsOf[task.Nomination].Count < task.Needed) gaps.Add(new(task.Nomination, task.Needed - jurorsOf[task.Nomination].Count));
        }

        while (Shift())
        {
        }

        Gaps = gaps;
    }

    /// <param name="tasks">All nominations of the round.</param>
    /// <param name="jurors">All who serve, also whoever is free for nothing.</param>
    public static JurySpread Of(IReadOnlyCollection<JuryTask> tasks, IEnumerable<AwardJurorId> jurors) => new(tasks, jurors);

    public IEnumerable<(NominationId Nomination, AwardJurorId Juror)> Assigned => jurorsOf.SelectMany(one => one.Value.Select(juror => (one.Key, juror)));

    public IReadOnlyList<JuryGap> Gaps { get; }

    public int LoadOf(AwardJurorId juror) => workOf[juror].Count;

    public int Most => workOf.Count == 0 ? 0 : workOf.Values.Max(work => work.Count);

    public int Least => workOf.Count == 0 ? 0 : workOf.Values.Min(work => work.Count);

    /// <summary>Differs by at most one for each juror.</summary>
    public bool IsEven => Most - Least <= 1;

    /// <summary>Of an uneven distribution: those with the most, whose nominations nobody with less is free for.</summary>
    public IReadOnlyList<AwardJurorId> TiedJurors => IsEven ? [] : [.. workOf.Where(one => one.Value.Count > Least + 1).Select(one => one.Key).OrderBy(juror => juror.Value)];

    private void Give(NominationId nomination, AwardJurorId juror)
    {
        if (jurorsOf[nomination].Add(juror)) workOf[juror].Add(nomination);
    }

    private void Move(NominationId nomination, AwardJurorId from, AwardJurorId to)
    {
        jurorsOf[nomination].Remove(from);
        workOf[from].Remove(nomination);
        Give(nomination, to);
    }

    /// <summary>Takes one nomination off somebody with more and gives one to somebody with less, over others where needed.</summary>
    private bool Shift()
    {
        foreach (var from in workOf.Keys.OrderByDescending(juror => workOf[juror].Count).ThenBy(juror => juror.Value))
        {
            var load = workOf[from].Count;
            if (load - Least < 2) return false;
            var came = new Dictionary<AwardJurorId, (AwardJurorId From, NominationId With)>();
            var queue = new Queue<AwardJurorId>([from]);
            while (queue.TryDequeue(out var at))
            {
                if (workOf[at].Count <= load - 2)
                {
                    for (var to = at; to != from; to = came[to].From) Move(came[to].With, came[to].From, to);
                    return true;
                }

                foreach (var nomination in workOf[at].Where(nomination => !tasks[nomination].Begun.Contains(at)))
                    foreach (var next in tasks[nomination].Free)
                        if (next != from && !jurorsOf[nomination].Contains(next) && came.TryAdd(next, (at, nomination))) queue.Enqueue(next);
            }
        }

        return false;
    }

    /// <summary>An order that nobody chose and everybody can compute again.</summary>
    private static ulong Mixed(NominationId nomination, AwardJurorId juror)
    {
        Span<byte> ids = stackalloc byte[32];
        nomination.Value.TryWriteBytes(ids);
        juror.Value.TryWriteBytes(ids[16..]);
        return BitConverter.ToUInt64(SHA256.HashData(ids));
    }
}
