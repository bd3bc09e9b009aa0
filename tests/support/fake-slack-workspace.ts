/** A message as the fake keeps it. */
interface Kept {
  readonly ts: string;
  readonly thread_ts?: string;
  text: unknown;
  blocks: unknown;
  readonly metadata: unknown;
  /** The one person who sees it. */
  readonly only?: string;
}

interface Call {
  readonly method: string;
  readonly args: { readonly [name: string]: unknown };
}

/** What stands behind the fake Web API: conversations, views, files, people. */
export class FakeWorkspace {
  readonly messages = new Map<string, Kept[]>();
  /** User → their Home. */
  readonly homes = new Map<string, unknown>();
  readonly uploads = new Map<string, Buffer>();
  /** User → what users.info tells of them; who is not here is Satu Virtanen. */
  readonly users = new Map<string, object>();
  readonly channels = new Map<string, { readonly name: string; readonly members: readonly string[] }>();
  /** Dialogs as they stand on somebody's screen, by id. */
  readonly views = new Map<string, { readonly trigger: string; view: unknown }>();
  /** Where Socket Mode connects to. */
  socketUrl: string | undefined;
  /** Files that people sent, by the last part of their address. */
  readonly downloads = new Map<string, Buffer>();
  /** How often files.info is asked before a file is ready. */
  filesReadyAfter = 0;
  /** How many messages a page of history holds at most. */
  pageSize = 1000;
  /** The ts of the next message, in whole seconds. */
  clock = 1_733_050_800;
  readonly #base: () => string;
  readonly #asked = new Map<string, number>();
  #files = 0;

  constructor(base: () => string) {
    this.#base = base;
  }

  in(channel: string): Kept[] {
    const kept = this.messages.get(channel) ?? [];
    this.messages.set(channel, kept);
    return kept;
  }

  answer(call: Call): object {
    const text = (name: string) => String(call.args[name] ?? "");
    switch (call.method) {
      case "auth.test":
        return {
          ok: true,
          team: "Firma Oy",
          team_id: "T1",
          user_id: "UBOT",
          bot_id: "B1",
          url: "https://firma.slack.com/",
        };
      case "chat.postMessage":
        return this.#post(call.args, text("channel"));
      case "chat.postEphemeral":
        return { ok: true, message_ts: this.#post(call.args, text("channel"), { only: text("user") }).ts };
      case "chat.update":
        return this.#update(call.args, text("channel"), text("ts"));
      case "conversations.open":
        return { ok: true, channel: { id: `D${text("users")}` } };
      case "conversations.history":
        return this.#page(
          call.args,
          this.in(text("channel"))
            .filter(({ thread_ts }) => !thread_ts)
            .toReversed(),
        );
      case "conversations.replies":
        return this.#page(
          call.args,
          this.in(text("channel")).filter(({ ts, thread_ts }) => ts === text("ts") || thread_ts === text("ts")),
        );
      case "apps.connections.open":
        return { ok: true, url: this.socketUrl };
      case "conversations.info":
        return { ok: true, channel: { is_member: true, name: this.channels.get(text("channel"))?.name } };
      case "conversations.members":
        return { ok: true, members: [...(this.channels.get(text("channel"))?.members ?? []), "UBOT"] };
      case "views.open":
      case "views.push": {
        const id = `V${this.views.size + 1}`;
        this.views.set(id, { trigger: text("trigger_id"), view: call.args.view });
        return { ok: true, view: { id } };
      }
      case "views.update": {
        const standing = this.views.get(text("view_id"));
        if (!standing) return { ok: false, error: "not_found" };
        standing.view = call.args.view;
        return { ok: true, view: { id: text("view_id") } };
      }
      case "views.publish":
        this.homes.set(text("user_id"), call.args.view);
        return { ok: true, view: { id: "VHOME" } };
      case "files.getUploadURLExternal": {
        this.#files += 1;
        const id = `F${String(this.#files).padStart(9, "0")}`;
        return { ok: true, file_id: id, upload_url: new URL(`/upload/${id}`, this.#base()).href };
      }
      case "files.completeUploadExternal":
        return { ok: true, files: call.args.files };
      case "files.info":
        return { ok: true, file: { id: text("file"), mimetype: this.#ready(text("file")) ? "image/png" : "" } };
      case "users.info":
        return {
          ok: true,
          user: this.users.get(text("user")) ?? {
            id: text("user"),
            real_name: "Satu Virtanen",
            tz: "Europe/Helsinki",
            locale: "fi-FI",
          },
        };
      default:
        return { ok: true };
    }
  }

  /** Draws a message anew through a response URL that names it: "C1~1733050800.000100". */
  redraw(name: string, body: { readonly [key: string]: unknown }): void {
    const [channel = "", ts = ""] = name.split("~");
    if (this.messages.has(channel)) this.#update(body, channel, ts, true);
  }

  #post(args: Call["args"], channel: string, seen: { readonly only?: string } = {}) {
    const { text, blocks, metadata, thread_ts } = args;
    const ts = this.tick();
    this.in(channel).push({
      ts,
      text,
      blocks,
      metadata,
      ...(typeof thread_ts === "string" ? { thread_ts } : {}),
      ...seen,
    });
    return { ok: true, channel, ts };
  }

  #update({ text, blocks }: Call["args"], channel: string, ts: string, tapped = false): object {
    const kept = this.in(channel).find((message) => message.ts === ts);
    // What one person alone sees is changed through a tap of theirs alone.
    if (!kept || (kept.only !== undefined && !tapped)) return { ok: false, error: "message_not_found" };
    kept.text = text;
    kept.blocks = blocks;
    return { ok: true, channel, ts };
  }

  #page(args: Call["args"], all: readonly Kept[]): object {
    const after = all.filter(({ ts, only }) => only === undefined && Number(ts) >= Number(args.oldest ?? 0));
    const from = Number(args.cursor ?? 0);
    const to = from + Math.min(this.pageSize, Number(args.limit ?? 100));
    const more = to < after.length;
    return {
      ok: true,
      messages: after
        .slice(from, to)
        .map(({ metadata, ...message }) =>
          String(args.include_all_metadata) === "true" ? { ...message, metadata } : message,
        ),
      has_more: more,
      response_metadata: { next_cursor: more ? String(to) : "" },
    };
  }

  #ready(file: string): boolean {
    const asked = (this.#asked.get(file) ?? 0) + 1;
    this.#asked.set(file, asked);
    return asked > this.filesReadyAfter;
  }

  /** The next timestamp. */
  tick(): string {
    this.clock += 1;
    return `${this.clock}.000100`;
  }
}
