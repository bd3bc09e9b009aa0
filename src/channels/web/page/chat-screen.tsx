import { useEffect, useMemo, useState } from "preact/hooks";
import type { PersonView } from "../api.ts";
import { RoomList } from "./bar/room-list.tsx";
import { ConnectionBar } from "./parts/connection-bar.tsx";
import { FormDialog } from "./parts/form-dialog.tsx";
import { Notice } from "./parts/notice.tsx";
import { PictureDialog } from "./parts/picture-dialog.tsx";
import type { Surroundings } from "./room/conversation.tsx";
import { RoomView } from "./room/room-view.tsx";
import { ThreadPane } from "./room/thread-pane.tsx";
import type { Spot } from "./state/api.ts";
import type { Outbox } from "./state/outbox.ts";
import { useChat } from "./state/use-chat.ts";
import { clockOf } from "./state/when.ts";
import { pageWords } from "./state/words.ts";

interface Props {
  readonly me: PersonView;
  /** What is open; null shows the list of rooms alone. */
  readonly spot: Spot | null;
  readonly outbox: Outbox;
}

/** One person's chat: rooms, the open one, its thread, and what stands above them for a while. */
export function ChatScreen({ me, spot, outbox }: Props) {
  const say = pageWords(me.language);
  const clock = useMemo(() => clockOf(me.language, me.timeZone, say), [me.language, me.timeZone]);
  const handle = useChat(me, spot, outbox);
  const { chat, change, act, sendings, failing } = handle;
  const [picture, setPicture] = useState<{ readonly source: string; readonly alt: string } | null>(null);
  const rooms = chat.rooms ?? [];
  const room = rooms.find((each) => each.id === spot?.room);
  const unread = rooms.reduce((sum, each) => sum + (each.id === spot?.room ? 0 : each.unread), 0);
  useEffect(() => {
    document.title = unread > 0 ? say("web.page.titleUnread", { count: unread }) : say("web.page.title");
  }, [unread, me.language]);
  const around: Surroundings = {
    me,
    handle,
    clock,
    say,
    onPicture: (source, alt) => setPicture({ source, alt }),
  };
  const { form } = chat;
  const said = sendings.filter(({ deed }) => deed.verb === "say");
  return (
    <>
      <ConnectionBar lost={chat.connection === "lost" || failing} waiting={said.length} say={say} />
      <RoomList me={me} rooms={rooms} spot={spot} say={say} />
      <RoomView room={room} {...around} />
      {room?.member === true && spot !== null && spot.thread !== null && (
        <ThreadPane room={room} thread={spot.thread} {...around} />
      )}
      {form !== null && (
        <FormDialog
          form={form}
          notice={chat.notice}
          say={say}
          onSubmit={({ action, values }) => {
            const eventId = act({ verb: "submit", ...form.spot, action, values });
            change({ kind: "form", form: { ...form, eventId } });
          }}
          onClose={() => change({ kind: "form", form: null })}
        />
      )}
      {picture !== null && <PictureDialog {...picture} say={say} onClose={() => setPicture(null)} />}
      <Notice
        notice={form === null ? chat.notice : null}
        say={say}
        onGone={() => change({ kind: "notice", notice: null })}
      />
    </>
  );
}
