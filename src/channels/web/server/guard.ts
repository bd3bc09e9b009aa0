import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { Refusal } from "./refusal.ts";
import type { WebEnv } from "./web-env.ts";

const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Nothing but the page's own files runs or is fetched, no inline script or style: the card renderer sets its styles through the CSSOM, which
 * a policy does not stop (CSP 3, section 8.1 on style attributes). It clears elements through `innerHTML`, so trusted types stay off.
 */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

/**
 * Only this machine's own browser, only from the chat's own page: a Host of another name is a rebound DNS name, a POST of another Origin a
 * foreign page. A POST without an Origin does not come from a browser.
 */
export const localOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  const port = c.env.incoming.socket.localPort ?? 0;
  const host = c.req.header("host") ?? "";
  const [, name = "", given = "80"] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  if (!LOCAL.has(name.toLowerCase()) || Number(given) !== port)
    throw new Refusal(403, (say) => say("web.server.foreignHost", { port }));
  const origin = c.req.header("origin");
  if (c.req.method !== "GET" && c.req.method !== "HEAD" && origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, (say) => say("web.server.foreignOrigin"));
  await next();
};
