namespace InnovationBot.Network.Transfer;

/// <summary>Finds organisations that are their own ancestors.</summary>
internal static class ParentCircles
{
    /// <param name="parents">By id; an unknown parent ends a line of ancestors.</param>
    /// <returns>Every id that stands in a circle, in the order of the dictionary.</returns>
    public static IReadOnlyList<string> In(IReadOnlyDictionary<string, string?> parents)
    {
        var standing = new Dictionary<string, Standing>(StringComparer.Ordinal);
        List<string> path = [];
        foreach (var start in parents.Keys)
        {
            path.Clear();
            var id = start;
            while (id is not null && !standing.ContainsKey(id))
            {
                standing[id] = Standing.OnPath;
                path.Add(id);
                id = parents.GetValueOrDefault(id);
            }

            var from = id is not null && standing[id] == Standing.OnPath ? path.IndexOf(id) : path.Count;
            for (var i = 0; i < path.Count; i++) standing[path[i]] = i >= from ? Standing.InCircle : Standing.Free;
        }

        return [.. parents.Keys.Where(id => standing[id] == Standing.InCircle)];
    }

    private enum Standing { OnPath, Free, InCircle }
}
