using System.Text;

namespace InnovationBot.Conversation.Texts;

/// <summary>A text with named placeholders, "Asked on {date}", taken apart once. <c>{{</c> and <c>}}</c> stand for braces.</summary>
public sealed class Template
{
    private readonly (string Text, bool IsName)[] parts;

    private Template((string, bool)[] parts) => this.parts = parts;

    /// <summary>The placeholders' names; every language's version of a text has the same ones.</summary>
    public IEnumerable<string> Names => parts.Where(part => part.IsName).Select(part => part.Text);

    /// <exception cref="FormatException">A brace without its partner.</exception>
    public static Template Parse(string text)
    {
        var parts = new List<(string, bool)>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                plain.Append(text[i++]);
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0) throw new FormatException($"'{text}' opens a placeholder that does not end.");
                if (plain.Length > 0) parts.Add((plain.ToString(), false));
                plain.Clear();
                parts.Add((text[(i + 1)..end], true));
                i = end;
            }
            else if (text[i] == '}')
            {
                throw new FormatException($"'{text}' closes a placeholder that did not begin.");
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        if (plain.Length > 0) parts.Add((plain.ToString(), false));
        return new Template([.. parts]);
    }

    /// <exception cref="KeyNotFoundException">A placeholder has no value: an error of the caller, not of the person who reads.</exception>
    public string Fill(Func<string, string> value)
    {
        if (parts.Length == 1) return parts[0].IsName ? value(parts[0].Text) : parts[0].Text;

        var filled = new StringBuilder();
        foreach (var (text, isName) in parts) filled.Append(isName ? value(text) : text);
        return filled.ToString();
    }
}
