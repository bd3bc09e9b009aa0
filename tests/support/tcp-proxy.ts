import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What MongoDB's wire protocol calls the store's writes; they stand as plain text in what the client sends. */
const WRITES = ["findAndModify", "insert", "update", "delete"];

/** Stands between Luotsi and a database server, and may be as bad as a network. */
export class TcpProxy {
  /** New connections are closed at once, and those that stand were cut. */
  #refusing = false;
  /** So many answers to writes are cut off after the server has carried the write out. */
  loseAnswers = 0;
  delayMs = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#join(client));
  readonly #target: URL;

  private constructor(target: URL) {
    this.#target = target;
  }

  static async before(address: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(address));
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  /** The server's address, with the proxy in its place. */
  get address(): string {
    const at = this.#server.address();
    const through = new URL(this.#target);
    through.host = `127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
    return through.href;
  }

  refuse(): void {
    this.#refusing = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  pass(): void {
    this.#refusing = false;
  }

  async close(): Promise<void> {
    this.refuse();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket): void {
    if (this.#refusing) {
      client.destroy();
      return;
    }
    const server = connect(Number(this.#target.port || 27017), this.#target.hostname);
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", cut);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        cut();
      });
    }
    let writing = false;
    client.on("data", (data) => {
      writing = WRITES.some((command) => data.includes(command));
      this.#later(() => server.write(data));
    });
    server.on("data", (data) => {
      if (writing && this.loseAnswers > 0) {
        this.loseAnswers -= 1;
        cut();
      } else client.write(data);
    });
  }

  #later(act: () => void): void {
    if (this.delayMs === 0) act();
    else setTimeout(act, this.delayMs);
  }
}
