namespace InnovationBot.Network.Turns;

/// <summary>Asks and forgets the one question that waits for a person.</summary>
public static class OpenQuestions
{
    /// <summary>A new question takes the place of an older one. Saved with everything else the use case changed.</summary>
    public static async Task Ask(this NetworkDb db, MemberId member, string kind, Guid subject, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.OpenQuestions.FindAsync([member], stop) is { } open)
        {
            (open.Kind, open.Subject, open.AskedAt, open.ActivityId) = (kind, subject, now, null);
            return;
        }

        db.OpenQuestions.Add(new OpenQuestion { MemberId = member, Kind = kind, Subject = subject, AskedAt = now });
    }

    /// <summary>Answered, or no longer of any use; a question about something else stays.</summary>
    public static async Task Answered(this NetworkDb db, MemberId member, Guid subject, CancellationToken stop)
    {
        if (await db.OpenQuestions.FindAsync([member], stop) is { } open && open.Subject == subject) db.OpenQuestions.Remove(open);
    }
}
