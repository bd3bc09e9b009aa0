import { useEffect } from "preact/hooks";
import type { RoomView } from "../../api.ts";
import { Icon } from "../parts/icon.tsx";
import { routeHash } from "../state/route.ts";
import { Conversation, type Surroundings } from "./conversation.tsx";
import { LineView } from "./line-view.tsx";

interface Props extends Surroundings {
  readonly room: RoomView;
  readonly thread: string;
}

/** A thread beside its room; on a narrow screen in place of it. Esc closes it. */
export function ThreadPane({ room, thread, ...around }: Props) {
  const { me, handle, clock, say, onPicture } = around;
  const root = handle.chat.pages[room.id]?.messages.find((message) => message.startsThread === thread);
  const roomHash = routeHash(me.id, { room: room.id, thread: null });
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const busyElsewhere = event.defaultPrevented || document.querySelector("dialog[open], [popover]:popover-open");
      if (event.key === "Escape" && !busyElsewhere) window.location.hash = roomHash;
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [roomHash]);
  return (
    <aside class="thread" aria-label={say("web.page.thread.label", { room: room.name })}>
      <header class="room-head">
        <a class="plain back" href={roomHash} aria-label={say("web.page.thread.close")}>
          <Icon name="back" />
        </a>
        <div>
          <h2>{say("web.page.thread.title")}</h2>
          <p class="quiet">{room.name}</p>
        </div>
        <a class="plain close" href={roomHash} aria-label={say("web.page.thread.close")}>
          <Icon name="close" />
        </a>
      </header>
      <Conversation
        key={thread}
        {...around}
        spot={{ room: room.id, thread }}
        label={say("web.page.messages.thread")}
        composerLabel={say("web.page.composer.placeholderThread")}
        placeholder={say("web.page.composer.placeholderThread")}
        takesFiles={false}
        onThread={null}
        above={
          root !== undefined && (
            <ol class="root">
              <LineView
                line={{ key: root.id, message: root, from: root.from, at: root.at, text: root.text, sending: null }}
                first
                mine={false}
                editing={false}
                clock={clock}
                say={say}
                deeds={{
                  onTap: (message, { action, values }) => handle.act({ verb: "tap", message, action, values }),
                  onEdit: () => undefined,
                  onDelete: () => undefined,
                  startEditing: () => undefined,
                  onPicture,
                  onThread: null,
                }}
              />
            </ol>
          )
        }
      />
    </aside>
  );
}
