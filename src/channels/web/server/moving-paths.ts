import { Hono } from "hono";
import { memberships } from "../../../people/records.ts";
import type { FetchedFile, SentFile } from "../../incoming.ts";
import { type RequestOf, requests, type TakenView } from "../api.ts";
import { placeOf, roomOf } from "../log/room.ts";
import { incomingBase, spotFor } from "./deed.ts";
import { openRoom } from "./open-room.ts";
import type { WebParts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import type { PersonEnv } from "./web-env.ts";

const TAKEN: TakenView = { kind: "taken" };

function sentFile({ name, content }: RequestOf<"file">): SentFile {
  if (content === null) return { kind: "one", name, read: () => Promise.resolve({ kind: "too-large" }) };
  const bytes = new Uint8Array(Buffer.from(content, "base64"));
  const read = (most: number): Promise<FetchedFile> =>
    Promise.resolve(bytes.length > most ? { kind: "too-large" } : { kind: "bytes", bytes });
  return { kind: "one", name, size: bytes.length, read };
}

/** Opening the private chat, joining a channel, reading, sending a file and fetching one. */
export function movingPaths(parts: WebParts): Hono<PersonEnv> {
  const { company, installation, store, directories, events, marks, receiver } = parts;

  return new Hono<PersonEnv>()
    .post("/open", async (c) => {
      const body = await readBody(c, requests.open);
      const { place } = await spotFor(parts, c, body.room, null);
      await receiver.receive({ ...incomingBase(parts, c, body.eventId, place), kind: "opened" });
      return c.json(TAKEN);
    })
    .post("/join", async (c) => {
      const body = await readBody(c, requests.join);
      const person = c.var.person._id;
      const room = roomOf(c.var.directory, installation, body.room);
      if (room?.kind !== "channel") throw new Refusal(404, (say) => say("web.server.noRoom"));
      await store.insert(memberships, { _id: `${room.team}/${person}`, company, team: room.team, person });
      directories.forget(company);
      events.emit(new Set([person]), { kind: "rooms" });
      const base = incomingBase(parts, c, body.eventId, placeOf(room, null));
      await receiver.receive({ ...base, kind: "joined" });
      return c.json(TAKEN);
    })
    .get("/files/:file", async (c) => {
      const made = await parts.files?.open(company, c.var.person._id, c.req.param("file"));
      if (!made) throw new Refusal(404, (say) => say("exchange.file.expired"));
      const name = encodeURIComponent(made.name);
      return new Response(new Uint8Array(made.bytes), {
        headers: { "content-type": made.type, "content-disposition": `attachment; filename*=UTF-8''${name}` },
      });
    })
    .post("/read", async (c) => {
      const body = await readBody(c, requests.read);
      const person = c.var.person._id;
      const room = openRoom(parts, c.var.directory, person, body.room);
      if (await marks.move(person, room.id, body.upTo))
        events.emit(new Set([person]), { kind: "read", room: room.id, upTo: body.upTo });
      return c.json(TAKEN);
    })
    .post("/file", async (c) => {
      const body = await readBody(c, requests.file);
      const { place } = await spotFor(parts, c, body.room, body.thread);
      const base = incomingBase(parts, c, body.eventId, place);
      await receiver.receive({ ...base, kind: "sent-file", file: sentFile(body) });
      return c.json(TAKEN);
    });
}
