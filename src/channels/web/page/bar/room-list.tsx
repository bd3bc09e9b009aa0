import type { Say } from "../../../../text/text.ts";
import type { PersonView, RoomView } from "../../api.ts";
import { Icon } from "../parts/icon.tsx";
import { LuotsiMark } from "../parts/luotsi-mark.tsx";
import type { Spot } from "../state/api.ts";
import { routeHash } from "../state/route.ts";

interface Props {
  readonly me: PersonView;
  readonly rooms: readonly RoomView[];
  readonly spot: Spot | null;
  readonly say: Say;
}

/** The private chat, the channels of one's teams, and those that one may join. */
export function RoomList({ me, rooms, spot, say }: Props) {
  const of = (wanted: (room: RoomView) => boolean) => rooms.filter(wanted);
  const parts = [
    { title: say("web.page.rooms.private"), rooms: of((room) => room.kind === "private") },
    { title: say("web.page.rooms.channels"), rooms: of((room) => room.kind === "channel" && room.member) },
    { title: say("web.page.rooms.others"), rooms: of((room) => room.kind === "channel" && !room.member) },
  ];
  return (
    <nav class="rooms" aria-label={say("web.page.rooms.title")}>
      {parts.map(
        (part) =>
          part.rooms.length > 0 && (
            <section key={part.title}>
              <h2>{part.title}</h2>
              <ul>
                {part.rooms.map((room) => (
                  <li key={room.id}>
                    <RoomLink room={room} me={me} open={room.id === spot?.room} say={say} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </nav>
  );
}

interface LinkProps {
  readonly room: RoomView;
  readonly me: PersonView;
  readonly open: boolean;
  readonly say: Say;
}

function RoomLink({ room, me, open, say }: LinkProps) {
  const unread = room.unread > 0 && !open;
  return (
    <a
      href={routeHash(me.id, { room: room.id, thread: null })}
      aria-current={open ? "page" : undefined}
      class={unread ? "unread" : undefined}
    >
      {room.kind === "private" ? <LuotsiMark /> : <Icon name="hash" />}
      <span class="room-name">{room.name}</span>
      {unread && (
        <span class="badge">
          <span aria-hidden="true">{room.unread}</span>
          <span class="sr-only">{say("web.page.rooms.unread", { count: room.unread })}</span>
        </span>
      )}
    </a>
  );
}
