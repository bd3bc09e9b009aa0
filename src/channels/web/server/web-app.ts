import { Hono, type MiddlewareHandler } from "hono";
import { StoreUnavailable } from "../../../store/store-errors.ts";
import type { Language } from "../../../text/text.ts";
import { words } from "../../../text/text.ts";
import type { CompanyView } from "../api.ts";
import { headers, localOnly } from "./guard.ts";
import { movingPaths } from "./moving-paths.ts";
import { createPace } from "./pace.ts";
import { pageFile } from "./page-files.ts";
import type { WebParts } from "./parts.ts";
import { createPictures } from "./pictures.ts";
import { readingPaths, showPeople } from "./reading-paths.ts";
import { Refusal, refusalResponse } from "./refusal.ts";
import { talkingPaths } from "./talking-paths.ts";
import { tappingPaths } from "./tapping-paths.ts";
import type { PersonEnv, WebEnv } from "./web-env.ts";

const LARGEST_BODY = 64 * 1024;
/** A file of 20 MB in base64. */
const LARGEST_FILE = 28 * 1024 * 1024;
/** Where a path exists, by its method; anything else at it is 405. */
const GET_PATHS = ["/", "/api/company", "/pictures/:name", "/:file"];
const PERSON_GET = ["rooms", "rooms/:room/messages", "rooms/:room/threads/:thread/messages", "events", "files/:file"];
const PERSON_POST = ["say", "edit", "delete", "tap", "submit", "open", "join", "read", "file"];

/** Looks at the length that a body tells, before any of it is read; the page's own requests always tell theirs. */
const smallBodies: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.header("transfer-encoding") !== undefined) throw new Refusal(411, (say) => say("web.server.malformed"));
  const largest = c.req.path.endsWith("/file") ? LARGEST_FILE : LARGEST_BODY;
  if (Number(c.req.header("content-length") ?? 0) > largest) throw new Refusal(413, (say) => say("web.server.tooBig"));
  await next();
};

/** All paths of the web chat, as src/channels/web/api.ts tells them. */
export function createWebApp(parts: WebParts): Hono<WebEnv> {
  const { company, directories } = parts;
  const app = new Hono<WebEnv>();
  const pictureOf = createPictures(parts.log, parts.drawPicture);

  app.use(async (c, next) => {
    c.set("language", languageAsked(c.req.header("accept-language")));
    await next();
  });
  app.use(headers);
  app.use(localOnly);
  app.use(smallBodies);
  app.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });

  app.get("/api/company", async (c) => {
    const directory = await directories.of(company);
    return c.json<CompanyView>({
      company: { name: directory.company.name },
      people: showPeople(directory, parts.titles),
    });
  });
  app.get("/pictures/:name{.+\\.png}", async (c) => {
    const picture = await pictureOf(c.req.param("name").replace(/\.png$/, ""));
    const kept = { "content-type": "image/png", "cache-control": "private, max-age=31536000, immutable" };
    return new Response(new Uint8Array(picture), { headers: kept });
  });

  const ofPerson = new Hono<PersonEnv>();
  ofPerson.use("/:person/*", knownPerson(parts));
  for (const paths of [readingPaths, talkingPaths, tappingPaths, movingPaths]) ofPerson.route("/:person", paths(parts));
  app.route("/api/people", ofPerson);

  app.get("/", () => pageFile(parts.pageFolder, "index.html"));
  app.get("/:file", (c) => pageFile(parts.pageFolder, c.req.param("file")));

  for (const path of [...GET_PATHS, ...PERSON_GET.map((one) => `/api/people/:person/${one}`)])
    app.all(path, onlyBy("GET"));
  for (const path of PERSON_POST) app.all(`/api/people/:person/${path}`, onlyBy("POST"));
  app.notFound((c) => refusalResponse(new Refusal(404, (say) => say("web.server.noPath")), c.var.language));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refusalResponse(error, c.var.language);
    if (error instanceof StoreUnavailable) {
      const away = new Refusal(503, (say) => say("web.server.storeAway"), Math.ceil(error.retryAfterSeconds));
      return refusalResponse(away, c.var.language);
    }
    parts.logger.error({ err: error, method: c.req.method, path: c.req.routePath }, "the web chat failed");
    return c.json({ sentence: words(c.var.language)("web.server.failed") }, 500);
  });
  return app;
}

/** Finds who it is, and refuses in their language from here on. */
function knownPerson({ company, directories, now }: WebParts): MiddlewareHandler<PersonEnv> {
  const waitFor = createPace(now);
  return async (c, next) => {
    const directory = await directories.of(company);
    const person = directory.people.get(c.req.param("person") ?? "");
    if (!person) throw new Refusal(404, (say) => say("web.server.noPerson"));
    c.set("language", person.language);
    const seconds = waitFor(person._id);
    if (seconds > 0) throw new Refusal(429, (say) => say("web.server.tooMany"), seconds);
    c.set("person", person);
    c.set("directory", directory);
    await next();
  };
}

function onlyBy(method: "GET" | "POST"): MiddlewareHandler<WebEnv> {
  return async (c) => {
    const refused = refusalResponse(new Refusal(405, (say) => say("web.server.noMethod")), c.var.language);
    refused.headers.set("allow", method);
    return refused;
  };
}

function languageAsked(accepted: string | undefined): Language {
  return accepted?.toLowerCase().startsWith("en") ? "en" : "fi";
}
