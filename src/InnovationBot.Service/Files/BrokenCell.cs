namespace InnovationBot.Service.Files;

/// <summary>Finds the cell in which a record breaks RFC 4180's quoting.</summary>
internal static class BrokenCell
{
    /// <returns>Its place in the record, 0 first.</returns>
    public static int In(string record, char separator)
    {
        var (cell, at) = (0, 0);
        while (at < record.Length)
        {
            if (record[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (at >= record.Length) return cell; // never closed
                    if (record[at] != '"') continue;
                    if (at + 1 < record.Length && record[at + 1] == '"') at++;
                    else break;
                }

                at++;
                if (at < record.Length && record[at] != separator) return cell;
            }
            else
            {
                while (at < record.Length && record[at] != separator)
                {
                    if (record[at] == '"') return cell;
                    at++;
                }
            }

            at++;
            cell++;
        }

        return cell;
    }
}
