import { useEffect, useRef, useState } from "preact/hooks";
import type { RoomView } from "../../api.ts";
import { sendRead, Unreachable } from "./api.ts";
import type { Change, Chat } from "./chat.ts";

/** Tells the server how far the open room has been read, while the page is in sight. */
export function useReading(
  person: string,
  room: RoomView | undefined,
  chat: Chat,
  change: (change: Change) => void,
): void {
  const [inSight, setInSight] = useState(document.visibilityState === "visible");
  const told = useRef(new Map<string, number>());
  useEffect(() => {
    const look = () => setInSight(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const upTo = room === undefined ? undefined : chat.pages[room.id]?.messages.at(-1)?.seq;
  useEffect(() => {
    if (!inSight || room === undefined || upTo === undefined) return;
    if (upTo <= (told.current.get(room.id) ?? 0) && room.unread === 0) return;
    told.current.set(room.id, upTo);
    change({ kind: "read", room: room.id });
    sendRead(person, room.id, upTo).catch((error: unknown) => {
      // The mark comes with the next message or visit; only what is not a lost connection is news.
      told.current.delete(room.id);
      if (!(error instanceof Unreachable)) throw error;
    });
  }, [inSight, room?.id, room?.unread, upTo]);
}
