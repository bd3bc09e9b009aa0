import type { Say } from "../../../../text/text.ts";
import type { PersonView } from "../../api.ts";
import { Avatar } from "../parts/avatar.tsx";
import type { Spot } from "../state/api.ts";
import { routeHash } from "../state/route.ts";
import { cityOf } from "../state/when.ts";

interface Props {
  readonly people: readonly PersonView[];
  readonly me: PersonView;
  readonly spot: Spot | null;
  readonly say: Say;
}

/** Everybody in the playground; one tap makes you another. A shared channel stays open, a private chat becomes the other's own. */
export function PeopleList({ people, me, spot, say }: Props) {
  return (
    <nav class="people" aria-labelledby="people-title">
      <h2 id="people-title">{say("web.page.people.title")}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <a
              href={routeHash(person.id, spotFor(person, spot))}
              aria-current={person.id === me.id ? "true" : undefined}
            >
              <Avatar of={{ kind: "person", id: person.id, name: person.name }} />
              <span class="person">
                <span class="person-name">
                  {person.name}
                  {person.id === me.id && <span class="you">{say("web.page.people.you")}</span>}
                </span>
                <span class="person-title">{person.title}</span>
                <span class="person-place">
                  {say(`web.page.people.language.${person.language}`)}, {cityOf(person.timeZone)}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function spotFor(person: PersonView, spot: Spot | null): Spot | null {
  if (spot === null) return null;
  return { room: spot.room.startsWith("private:") ? `private:${person.id}` : spot.room, thread: null };
}
