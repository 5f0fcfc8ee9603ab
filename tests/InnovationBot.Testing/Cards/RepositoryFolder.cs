namespace InnovationBot.Testing.Cards;

/// <summary>Finds the sources from wherever the tests were built to.</summary>
public static class RepositoryFolder
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InnovationBot.sln")))
                return folder.FullName;

        throw new InvalidOperationException("The tests run outside of the repository: no InnovationBot.sln above them.");
    }
}
