import { useEffect, useMemo, useState } from "preact/hooks";
import type { CompanyView, PersonView } from "../api.ts";
import { PeopleList } from "./bar/people-list.tsx";
import { ChatScreen } from "./chat-screen.tsx";
import { PeopleOrder } from "./parts/avatar.tsx";
import { LuotsiMark } from "./parts/luotsi-mark.tsx";
import { fetchCompany } from "./state/api.ts";
import type { Outbox } from "./state/outbox.ts";
import { persist } from "./state/persist.ts";
import { type Route, readRoute, routeHash } from "./state/route.ts";
import { pageWords } from "./state/words.ts";

/** The whole page: the playground's company, who one is in it, and that person's chat. */
export function App({ outbox }: { readonly outbox: Outbox }) {
  const [company, setCompany] = useState<CompanyView | null>(null);
  const [broken, setBroken] = useState(false);
  const route = useRoute();
  useEffect(() => {
    const leaving = new AbortController();
    void persist(fetchCompany, leaving.signal, () => setBroken(true)).then((fetched) => {
      if (fetched !== undefined) setCompany(fetched);
    });
    return () => leaving.abort();
  }, []);
  const me = company?.people.find((person) => person.id === route.person) ?? company?.people[0];
  useEffect(() => {
    if (me === undefined || me.id === route.person) return;
    window.location.replace(routeHash(me.id, { room: `private:${me.id}`, thread: null }));
  }, [me?.id, route.person]);
  useEffect(() => {
    if (me !== undefined) document.documentElement.lang = me.language;
  }, [me?.language]);
  if (company === null || me === undefined) {
    return (
      <p class="opening">
        {broken ? `${pageWords("fi")("web.page.broken")} ${pageWords("en")("web.page.broken")}` : ""}
      </p>
    );
  }
  return <Playground company={company} me={me} route={route} outbox={outbox} />;
}

interface Props {
  readonly company: CompanyView;
  readonly me: PersonView;
  readonly route: Route;
  readonly outbox: Outbox;
}

function Playground({ company, me, route, outbox }: Props) {
  const say = pageWords(me.language);
  const spot = useSpot(me, route);
  const order = useMemo(() => new Map(company.people.map((person, index) => [person.id, index])), [company]);
  const view = route.spot === null ? "rooms" : route.spot.thread === null ? "room" : "thread";
  return (
    <PeopleOrder.Provider value={order}>
      <div class="app" data-view={view}>
        <button
          type="button"
          class="skip"
          onClick={() => document.querySelector<HTMLElement>(".room .composer textarea")?.focus()}
        >
          {say("web.page.skip")}
        </button>
        <p class="banner">{say("web.page.playground")}</p>
        <header class="company">
          <LuotsiMark />
          <div>
            <p class="company-name">{company.company.name}</p>
            <p class="company-note">{say("web.page.coach")}</p>
          </div>
        </header>
        <PeopleList people={company.people} me={me} spot={route.spot} say={say} />
        <ChatScreen key={me.id} me={me} spot={spot} outbox={outbox} />
      </div>
    </PeopleOrder.Provider>
  );
}

/** A wide screen always has a room open: the private chat where the address names none. */
function useSpot(me: PersonView, route: Route): Route["spot"] {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const look = () => setWide(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  if (route.person === me.id && route.spot !== null) return route.spot;
  return wide || route.person !== me.id ? { room: `private:${me.id}`, thread: null } : null;
}

const WIDE = "(min-width: 721px)";

function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const look = () => setHash(window.location.hash);
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return readRoute(hash);
}
