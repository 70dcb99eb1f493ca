// Keeps the page for work without a network, so that it opens again in a village without one. What people say
// there is never kept here: the page keeps it itself, locked.
"use strict";

const SHELF = "field-" + new URL(self.location.href).searchParams.get("edition");
const PAGE = "/field";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const page = await fetch(PAGE, { cache: "no-store" });
      if (!page.ok || page.redirected) {
        throw new Error("the page is not open to this visitor");
      }
      const text = await page.clone().text();
      const files = [...text.matchAll(/(?:href|src)="(\/(?:assets|webjars)\/[^"]+)"/g)].map((match) => match[1]);
      const shelf = await caches.open(SHELF);
      await shelf.put(PAGE, page);
      await shelf.addAll([...new Set(files)]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith("field-") && name !== SHELF);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate" && address.pathname === PAGE) {
    event.respondWith(networkFirst(event.request));
  } else if (address.pathname.startsWith("/assets/") || address.pathname.startsWith("/webjars/")) {
    event.respondWith(shelfWhenLost(event.request));
  }
});

// With a network a visitor who is signed out is led to the sign-in page as everywhere else.
async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE, { cacheName: SHELF })) ?? Response.error();
  }
}

async function shelfWhenLost(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { cacheName: SHELF, ignoreSearch: true })) ?? Response.error();
  }
}
