import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import type { PersonView } from "../../api.ts";
import { fetchMessages, fetchRooms, type Spot } from "./api.ts";
import { type Change, type Chat, changeChat, emptyChat, spotKey } from "./chat.ts";
import type { Answer, Deed } from "./deed.ts";
import { writtenAt } from "./lines.ts";
import { listen } from "./live.ts";
import type { Outbox, Sending } from "./outbox.ts";
import { persist } from "./persist.ts";
import { formAfter, mistakenMessage } from "./take-answer.ts";
import { useReading } from "./use-reading.ts";

export interface ChatHandle {
  readonly chat: Chat;
  /** What this person did and the server has not answered yet. */
  readonly sendings: readonly Sending[];
  readonly failing: boolean;
  readonly change: (change: Change) => void;
  /** Sends a deed, again and again until it is answered; returns its event id. */
  readonly act: (deed: Deed) => string;
  readonly speak: (spot: Spot, text: string) => void;
  readonly showEarlier: (spot: Spot) => Promise<void>;
}

/** The chat of one person: fetched, kept fresh by events, fetched anew whenever the connection comes back. */
export function useChat(me: PersonView, spot: Spot | null, outbox: Outbox): ChatHandle {
  const [chat, change] = useReducer(changeChat, emptyChat);
  const [sent, setSent] = useState<{ readonly waiting: readonly Sending[]; readonly failing: boolean }>({
    waiting: [],
    failing: false,
  });
  const latest = useRef({ chat, spot });
  latest.current = { chat, spot };
  const leaving = useMemo(() => new AbortController(), []);
  const lost = useCallback(() => change({ kind: "connection", connection: "lost" }), []);

  const refreshRooms = useCallback(async () => {
    const rooms = await persist(() => fetchRooms(me.id), leaving.signal, lost);
    if (rooms !== undefined) change({ kind: "rooms", rooms });
  }, [me.id]);
  const refreshSpot = useCallback(
    async (wanted: Spot) => {
      const page = await persist(() => fetchMessages(me.id, wanted), leaving.signal, lost);
      if (page !== undefined) change({ kind: "page", spot: wanted, page, earlier: false });
    },
    [me.id],
  );
  const refresh = useCallback(async () => {
    const { chat: held, spot: open } = latest.current;
    const tasks = [refreshRooms()];
    if (open !== null) {
      const spots: readonly Spot[] = open.thread === null ? [open] : [{ room: open.room, thread: null }, open];
      for (const each of spots) if (held.pages[spotKey(each)] !== undefined) tasks.push(refreshSpot(each));
    }
    await Promise.all(tasks);
    change({ kind: "connection", connection: "open" });
  }, [refreshRooms, refreshSpot]);

  useEffect(() => () => leaving.abort(), []);
  useEffect(
    () =>
      listen(me.id, {
        opened: () => {
          outbox.wake();
          return refresh();
        },
        lost,
        happened: (event) => {
          change({ kind: "event", event, now: Date.now() });
          if (event.kind === "rooms") void refreshRooms();
          if (event.kind === "reload") void refresh();
          if (event.kind === "message" && event.message.room !== latest.current.spot?.room) void refreshRooms();
        },
      }),
    [me.id, refresh],
  );
  useEffect(
    () =>
      outbox.watch({
        changed: (waiting, failing) =>
          setSent({ waiting: waiting.filter((sending) => sending.person === me.id), failing }),
        answered: (sending, answer, earlier) => {
          if (sending.person === me.id) takeAnswer(sending, answer, earlier);
        },
      }),
    [me.id],
  );

  function takeAnswer(sending: Sending, answer: Answer, earlier: boolean): void {
    const { chat: held, spot: open } = latest.current;
    const form = formAfter(held, open, { sending, answer, earlier });
    if (form !== held.form) change({ kind: "form", form });
    const mistaken = mistakenMessage(held, sending, answer);
    if (mistaken !== null) change({ kind: "event", event: { kind: "message", message: mistaken }, now: Date.now() });
    if (answer.kind === "refused") {
      change({ kind: "notice", notice: answer.sentence });
      if (sending.deed.verb === "say") change({ kind: "returned", spot: sending.deed, text: sending.deed.text });
    }
    if (answer.kind === "taken") {
      if (answer.notice !== undefined) change({ kind: "notice", notice: answer.notice });
      if (answer.message !== undefined) {
        change({ kind: "event", event: { kind: "message", message: answer.message }, now: Date.now() });
      }
    }
    if (sending.deed.verb === "join") void refreshRooms();
  }

  const room = chat.rooms?.find((each) => each.id === spot?.room);
  const member = room?.member === true;
  useEffect(() => {
    if (spot !== null && member) void refreshSpot({ room: spot.room, thread: null });
  }, [spot?.room, member]);
  useEffect(() => {
    if (spot !== null && spot.thread !== null && member) void refreshSpot(spot);
  }, [spot?.room, spot?.thread, member]);
  useReading(me.id, room, chat, change);

  const act = useCallback(
    (deed: Deed) => {
      const eventId = crypto.randomUUID();
      // What was told of the last thing done is over with the next one.
      change({ kind: "notice", notice: null });
      outbox.add({ eventId, person: me.id, deed });
      return eventId;
    },
    [me.id],
  );
  const speak = useCallback(
    (where: Spot, text: string) => {
      const shown = latest.current.chat.pages[spotKey(where)]?.messages ?? [];
      act({ verb: "say", ...where, text, at: writtenAt(shown, Date.now()) });
    },
    [act],
  );
  const showEarlier = useCallback(
    async (wanted: Spot) => {
      const first = latest.current.chat.pages[spotKey(wanted)]?.messages[0];
      if (first === undefined) return;
      const page = await persist(() => fetchMessages(me.id, wanted, first.seq), leaving.signal, lost);
      if (page !== undefined) change({ kind: "page", spot: wanted, page, earlier: true });
    },
    [me.id],
  );
  useEffect(() => change({ kind: "notice", notice: null }), [spot?.room]);
  useEffect(() => {
    if (room?.kind === "private") act({ verb: "open", room: room.id });
  }, [room?.id]);

  return { chat, sendings: sent.waiting, failing: sent.failing, change, act, speak, showEarlier };
}
