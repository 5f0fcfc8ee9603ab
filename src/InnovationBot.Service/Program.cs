using InnovationBot.Service.CommandLine;

return await BotCommandLine.Run(args, CommandConsole.OfProcess(), CancellationToken.None);
