import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { BSON } from "mongodb";

const OP_MSG = 2013;
const PRIMARY = { ok: 1, isWritablePrimary: true, ismaster: true, minWireVersion: 0, maxWireVersion: 21 };

/** Answers a driver's greeting as a server that runs alone, and refuses all else with this code (MongoDB's wire protocol: OP_MSG and the greeting's OP_QUERY). */
export async function startFakeMongod(code: number) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let come = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes) => {
      come = Buffer.concat([come, bytes]);
      while (come.length >= 4 && come.length >= come.readInt32LE(0)) {
        const message = come.subarray(0, come.readInt32LE(0));
        come = come.subarray(message.length);
        socket.write(answerTo(message, code));
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function answerTo(message: Buffer, code: number): Buffer {
  const isMsg = message.readInt32LE(12) === OP_MSG;
  // After the header: flags and a section's kind; or flags, the collection's name, two numbers.
  const command = BSON.deserialize(message.subarray(isMsg ? 21 : message.indexOf(0, 20) + 9));
  const greeting = /^(hello|ismaster)$/i.test(Object.keys(command)[0] ?? "");
  const body = BSON.serialize(greeting ? PRIMARY : { ok: 0, code, errmsg: "No." });
  const head = Buffer.alloc(isMsg ? 21 : 36);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(message.readInt32LE(4), 8);
  head.writeInt32LE(isMsg ? OP_MSG : 1, 12);
  if (!isMsg) head.writeInt32LE(1, 32);
  return Buffer.concat([head, body]);
}
