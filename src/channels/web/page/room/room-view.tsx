import type { RoomView as RoomOf } from "../../api.ts";
import { Icon } from "../parts/icon.tsx";
import { LuotsiMark } from "../parts/luotsi-mark.tsx";
import { routeHash } from "../state/route.ts";
import { Conversation, type Surroundings } from "./conversation.tsx";
import { Hints } from "./hints.tsx";

interface Props extends Surroundings {
  /** Undefined until the rooms have been fetched. */
  readonly room: RoomOf | undefined;
}

/** The open room: its name, its messages, and where to write; for a channel that one is not in, the way to join. */
export function RoomView({ room, ...around }: Props) {
  const { me, handle, say } = around;
  if (room === undefined) return <main class="room" />;
  const isPrivate = room.kind === "private";
  return (
    <main class="room" aria-label={room.name}>
      <header class="room-head">
        <a class="plain back" href={routeHash(me.id, null)} aria-label={say("web.page.back")}>
          <Icon name="back" />
        </a>
        {isPrivate ? <LuotsiMark /> : <Icon name="hash" />}
        <div>
          <h1>{room.name}</h1>
          <p class="quiet">{say(isPrivate ? "web.page.rooms.privateNote" : "web.page.rooms.channelNote")}</p>
        </div>
      </header>
      {room.member ? (
        <Messages room={room} {...around} />
      ) : (
        <div class="join">
          <h2>{say("web.page.join.title", { room: room.name })}</h2>
          <p>{say("web.page.join.text")}</p>
          <button type="button" class="button primary" onClick={() => handle.act({ verb: "join", room: room.id })}>
            {say("web.page.join.button")}
          </button>
        </div>
      )}
    </main>
  );
}

function Messages({ room, ...around }: Surroundings & { readonly room: RoomOf }) {
  const { me, handle, say } = around;
  const isPrivate = room.kind === "private";
  const spot = { room: room.id, thread: null };
  const page = handle.chat.pages[room.id];
  const saidNothing =
    page !== undefined &&
    !page.more &&
    page.messages.length <= 1 &&
    page.messages.every((message) => message.from.kind === "coach") &&
    handle.sendings.every(({ deed }) => deed.verb !== "say");
  const hints = isPrivate
    ? [say("web.page.hints.start"), say("web.page.hints.help"), say("web.page.hints.abilities")]
    : [say("web.page.hints.startHere")];
  return (
    <Conversation
      key={room.id}
      {...around}
      spot={spot}
      label={say("web.page.messages.log", { room: room.name })}
      composerLabel={say("web.page.composer.label", { room: room.name })}
      placeholder={
        isPrivate
          ? say("web.page.composer.placeholderPrivate")
          : say("web.page.composer.placeholder", { room: room.name })
      }
      takesFiles={isPrivate}
      onThread={(thread) => {
        window.location.hash = routeHash(me.id, { room: room.id, thread });
      }}
      above={
        page?.more === false && (
          <div class="beginning">
            {isPrivate ? <LuotsiMark /> : <Icon name="hash" />}
            <h2>{room.name}</h2>
            <p class="quiet">{say(isPrivate ? "web.page.messages.emptyPrivate" : "web.page.messages.emptyChannel")}</p>
          </div>
        )
      }
      below={saidNothing && <Hints hints={hints} say={say} onSay={(text) => handle.speak(spot, text)} />}
    />
  );
}
