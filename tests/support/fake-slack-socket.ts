import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";

/** Slack's end of Socket Mode as far as its client needs it: text frames both ways, and the end of a connection (RFC 6455). */
export class FakeSlackSocket {
  /** What was acknowledged, by envelope. */
  readonly acknowledged = new Map<string, unknown>();
  connections = 0;
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  #open: Duplex | undefined;
  readonly #server = createServer();

  static async start(): Promise<FakeSlackSocket> {
    const fake = new FakeSlackSocket();
    fake.#server.on("upgrade", (request, socket) =>
      fake.#welcome(socket, String(request.headers["sec-websocket-key"])),
    );
    fake.#server.listen(0, "127.0.0.1");
    await once(fake.#server, "listening");
    return fake;
  }

  get url(): string {
    const at = this.#server.address();
    return `ws://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/link`;
  }

  deliver(envelope: string, type: "events_api" | "interactive" | "slash_commands", payload: object): void {
    this.#send({ envelope_id: envelope, type, payload, accepts_response_payload: type !== "events_api" });
  }

  /** The same, and waits for what it is acknowledged with. */
  exchange(...delivered: Parameters<FakeSlackSocket["deliver"]>): Promise<unknown> {
    const acknowledged = new Promise((resolve) => this.#waiting.set(delivered[0], resolve));
    this.deliver(...delivered);
    return acknowledged;
  }

  /** Ends the connection as Slack does every few hours. */
  refresh(): void {
    this.#send({ type: "disconnect", reason: "refresh_requested" });
  }

  async close(): Promise<void> {
    this.#open?.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #welcome(socket: Duplex, key: string): void {
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    this.#open = socket;
    this.connections += 1;
    let read: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      read = this.#readFrames(Buffer.concat([read, chunk]), socket);
    });
    socket.on("error", () => socket.destroy());
    this.#send({ type: "hello" });
  }

  /** Client frames are masked; those here are short enough for one length byte or two more. */
  #readFrames(bytes: Buffer, socket: Duplex): Buffer {
    let rest = bytes;
    for (;;) {
      const short = (rest[1] ?? 0) & 127;
      const head = short === 126 ? 8 : 6;
      if (rest.length < head) return rest;
      const length = short === 126 ? rest.readUInt16BE(2) : short;
      if (rest.length < head + length) return rest;
      const mask = rest.subarray(head - 4, head);
      const data = rest.subarray(head, head + length).map((byte, nth) => byte ^ (mask[nth % 4] ?? 0));
      this.#take((rest[0] ?? 0) & 15, Buffer.from(data), socket);
      rest = rest.subarray(head + length);
    }
  }

  #take(opcode: number, data: Buffer, socket: Duplex): void {
    if (opcode === 8) socket.end(Buffer.concat([Buffer.from([0x88, data.length]), data]));
    if (opcode === 9) socket.write(Buffer.concat([Buffer.from([0x8a, data.length]), data]));
    if (opcode !== 1) return;
    const { envelope_id, payload } = JSON.parse(data.toString("utf8"));
    this.acknowledged.set(envelope_id, payload);
    this.#waiting.get(envelope_id)?.(payload);
  }

  #send(message: object): void {
    const text = Buffer.from(JSON.stringify(message));
    const head =
      text.length < 126
        ? Buffer.from([0x81, text.length])
        : Buffer.from([0x81, 126, text.length >> 8, text.length & 255]);
    this.#open?.write(Buffer.concat([head, text]));
  }
}
