// Loaded before the Playground, which knows neither of this by itself.

// It ends when the bot is gone: however a process dies, its end of this pipe closes.
const end = () => process.exit(0);
process.stdin.on("end", end).on("error", end).resume();

// It is reached from this machine only: whoever reaches it speaks as anybody.
const { Server } = require("node:net");
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  const options = typeof port === "object" && port !== null ? port : { port: Number(port) };
  return "port" in options && Number.isInteger(options.port)
    ? listen.call(this, { ...options, host: "127.0.0.1" }, ...rest.filter((each) => typeof each === "function"))
    : listen.call(this, port, ...rest);
};
