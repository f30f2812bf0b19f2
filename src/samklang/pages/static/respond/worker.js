// Opens a survey again without a network. Only the survey's first page is kept, never what anybody answered.
const SURVEY = /^\/s\/[^/]+$/, KEPT = 'samklang'
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => {
  const { request } = event, { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !SURVEY.test(pathname) || pathname === '/s/worker.js') return
  event.respondWith(fetch(request).then(async reply => {
    const cache = await caches.open(KEPT)
    if (reply.ok) await cache.put(request.url, reply.clone())
    else if (reply.status < 500) await cache.delete(request.url, { ignoreSearch: true })
    return reply
  }, async () => await caches.match(request.url) ?? await caches.match(request.url, { ignoreSearch: true }) ?? Response.error()))
})
