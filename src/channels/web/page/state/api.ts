import type { CompanyView, MessagesView, RefusalView, RoomsView, RoomView } from "../../api.ts";
import type { Answer } from "./deed.ts";
import type { Sending } from "./outbox.ts";

/** The server could not be reached, or cannot just now (429, 5xx): the same request may be sent again. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** Where a conversation is read: a room, or one thread of it. */
export interface Spot {
  readonly room: string;
  readonly thread: string | null;
}

async function reach(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new Unreachable("No connection to the server", { cause });
  }
  if (response.status >= 500 || response.status === 429)
    throw new Unreachable(`The server answered ${response.status}`);
  return response;
}

async function get<Body>(path: string): Promise<Body> {
  const response = await reach(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Unreachable(`The server answered ${response.status} to ${path}`);
  return readJson<Body>(response);
}

async function readJson<Body>(response: Response): Promise<Body> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Unreachable("The answer broke off", { cause });
  }
}

function post(path: string, body: object): Promise<Response> {
  return reach(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

const home = (person: string) => `/api/people/${encodeURIComponent(person)}`;

export function fetchCompany(): Promise<CompanyView> {
  return get<CompanyView>("/api/company");
}

export async function fetchRooms(person: string): Promise<readonly RoomView[]> {
  return (await get<RoomsView>(`${home(person)}/rooms`)).rooms;
}

/** At most 50 messages, the newest ones or those before `before` (a seq), oldest first. */
export function fetchMessages(person: string, spot: Spot, before?: number): Promise<MessagesView> {
  const room = `${home(person)}/rooms/${encodeURIComponent(spot.room)}`;
  const place = spot.thread === null ? room : `${room}/threads/${encodeURIComponent(spot.thread)}`;
  return get<MessagesView>(`${place}/messages?limit=50${before === undefined ? "" : `&before=${before}`}`);
}

/** Sends what a person did. Throws Unreachable when it must be sent again; a refusal is an answer. */
export async function send(sending: Sending): Promise<Answer> {
  const { verb, ...body } = sending.deed;
  const response = await post(`${home(sending.person)}/${verb}`, { eventId: sending.eventId, ...body });
  if (response.ok) return readJson<Answer>(response);
  return { kind: "refused", sentence: await sentenceOf(response) };
}

export async function sendRead(person: string, room: string, upTo: number): Promise<void> {
  await post(`${home(person)}/read`, { room, upTo });
}

export function eventsAddress(person: string): string {
  return `${home(person)}/events`;
}

async function sentenceOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("json")) return "";
  return (await readJson<RefusalView>(response)).sentence;
}
