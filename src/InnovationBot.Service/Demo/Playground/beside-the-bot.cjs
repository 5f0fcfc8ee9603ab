// Loaded before the Playground, which knows nothing of this by itself.

// It ends when the bot is gone, however that died: then its end of this pipe closes. Ctrl-C is the bot's to answer.
const end = () => process.exit(0);
process.stdin.on("end", end).on("error", end).resume();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
const { on } = process;
for (const signal of signals) on.call(process, signal, () => {});
process.on = function (event, ...rest) {
  return signals.includes(event) ? this : on.call(this, event, ...rest);
};

// It is reached from this machine only: whoever reaches it speaks as anybody.
const { Server } = require("node:net");
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  const options = typeof port === "object" && port !== null ? port : { port: Number(port) };
  return Number.isInteger(options.port)
    ? listen.call(this, { ...options, host: "127.0.0.1" }, ...rest.filter((each) => typeof each === "function"))
    : listen.call(this, port, ...rest);
};
