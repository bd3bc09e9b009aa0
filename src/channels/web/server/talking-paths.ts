import { type Context, Hono } from "hono";
import { requests, type SaidView } from "../api.ts";
import { placeOf } from "../log/room.ts";
import { readAddressed } from "./addressed.ts";
import { incomingBase, spotFor } from "./deed.ts";
import { openRoom } from "./open-room.ts";
import type { WebParts } from "./parts.ts";
import { checkText, readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import type { PersonEnv } from "./web-env.ts";

/** Saying, editing and deleting: answered when both the log's and the coach's own write are durable. The same event twice does nothing more. */
export function talkingPaths(parts: WebParts): Hono<PersonEnv> {
  const { log, announce, receiver, now } = parts;

  return new Hono<PersonEnv>()
    .post("/say", async (c) => {
      const body = await readBody(c, requests.say);
      const text = checkText(body.text);
      const person = c.var.person._id;
      const { room, place } = await spotFor(parts, c, body.room, body.thread);
      const at = Math.min(Math.max(0, Math.round(body.at)), now());
      const id = `said:${person}:${body.eventId}`;
      // Told to the others again when repeated: the first time may have stopped between the two.
      const spot = { room: room.id, thread: body.thread };
      const message = await log.add(id, spot, at, { kind: "person", person, text });
      const shown = await announce.message(message);
      const base = incomingBase(parts, c, body.eventId, place, message.at);
      const said = { ...base, kind: "said", message: id, ...readAddressed(message.text, place) } as const;
      const outcome = await receiver.receive(said);
      const notice = outcome.kind === "taken" ? outcome.notice : undefined;
      return c.json<SaidView>({ kind: "taken", message: shown, ...(notice === undefined ? {} : { notice }) });
    })
    .post("/edit", async (c) => {
      const body = await readBody(c, requests.edit);
      return c.json(await retell(c, body.eventId, body.message, checkText(body.text)));
    })
    .post("/delete", async (c) => {
      const body = await readBody(c, requests.delete);
      return c.json(await retell(c, body.eventId, body.message, null));
    });

  async function retell(c: Context<PersonEnv>, eventId: string, id: string, text: string | null): Promise<SaidView> {
    const person = c.var.person._id;
    const standing = await log.get(id);
    if (!standing) throw new Refusal(404, (say) => say("web.server.noMessage"));
    const room = openRoom(parts, c.var.directory, person, standing.room);
    if (standing.from.kind !== "person" || standing.from.person !== person)
      throw new Refusal(403, (say) => say("web.server.notYours"));
    const stored = await log.retell(id, eventId, text);
    if (!stored || (text !== null && stored.deleted)) throw new Refusal(404, (say) => say("web.server.noMessage"));
    const shown = await announce.message(stored);
    const place = placeOf(room, standing.thread);
    const base = { ...incomingBase(parts, c, eventId, place), message: id };
    const told = text === null ? null : readAddressed(text, place).text;
    await receiver.receive(told === null ? { ...base, kind: "deleted" } : { ...base, kind: "edited", text: told });
    return { kind: "taken", message: shown };
  }
}
