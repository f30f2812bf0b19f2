// One form, one screen at a time. What is answered stays in this tab until it is sent; only what waits for a
// network is kept in the phone, under a random key, and it is taken away when the server says it is stored.
(() => {
const d = document, QUEUE = 'samklang-queue', $ = (what, where = d) => where.querySelector(what)
let state = {}, step = 'start', after = '', first

const form = () => d.forms[0]
const box = () => $('#screen')
const draft = () => 'samklang-' + form().dataset.code
const kept = (store, name) => { try { return JSON.parse(store.getItem(name)) } catch { return null } }
const keep = (store, name, value) => { try { value && value.length !== 0 ? store.setItem(name, JSON.stringify(value)) : store.removeItem(name); return true } catch { return false } }
const queue = () => kept(localStorage, QUEUE) || []

const folded = name => [...d.querySelectorAll('template[data-step]')].find(t =>
  t.dataset.step === name && (!t.dataset.band || t.dataset.band === state.age))
const asked = () => [...d.querySelectorAll('template[data-step]')].filter(t =>
  /^(area$|q\.)/.test(t.dataset.step) && !(t.dataset.not || '').split(' ').includes(state.age)).map(t => t.dataset.step)
const order = () => ['start', 'consent', ...asked(), 'check']
const field = name => name === 'area' ? 'lives' : name
const say = text => { const p = $('[role=status]'); p.textContent = text ? $(`[data-text=${text}]`).innerHTML : ''; p.hidden = !text }

function show(name, { push = true, focus = true } = {}) {
  window.speechSynthesis?.cancel()
  step = name
  const screen = box()
  if (name === 'start') screen.innerHTML = first
  else screen.replaceChildren(folded(name).content.cloneNode(true))
  screen.dataset.step = name
  for (const input of screen.querySelectorAll('[type=radio]')) input.checked = state[input.name] === input.value
  const number = asked().indexOf(name), total = asked().length, progress = $('[data-progress]', screen)
  if (progress) {
    progress.textContent = progress.dataset.progress.replace('{number}', number + 1).replace('{total}', total)
    $('.track', screen).replaceChildren(...asked().map((_, i) =>
      Object.assign(d.createElement('i'), { className: i < number ? 'done' : i > number ? '' : 'here' })))
  }
  if (name === 'check') list($('[data-answers]', screen))
  const title = $('h1', screen)
  d.title = title.textContent
  if (order().includes(name)) {
    keep(sessionStorage, draft(), { state, step, after })
    if (push) history.pushState({ step }, '')
  }
  voice()
  say(navigator.onLine || !order().includes(name) ? '' : 'offline')
  if (focus) { scrollTo(0, 0); title.focus() }
}

function list(rows) {
  rows.replaceChildren(...asked().map(name => {
    const { content } = folded(name), row = d.createElement('li'), change = d.createElement('button')
    const chosen = [...content.querySelectorAll('input')].find(i => i.value === state[field(name)])
    const both = d.createElement('span'), small = d.createElement('small'), bold = d.createElement('b')
    small.textContent = $('h1', content).textContent
    bold.textContent = chosen?.parentNode.textContent ?? ''
    Object.assign(change, { className: 'plain', name: 'go', value: name, textContent: rows.dataset.answers })
    change.setAttribute('aria-label', `${rows.dataset.answers}: ${small.textContent}`)
    both.append(small, bold)
    row.append(both, change)
    return row
  }))
}

const complain = error => { if (error) { error.hidden = false; $('fieldset', box()).setAttribute('aria-describedby', 'error') } }
const lacking = name => name === 'start' ? !state.age : name === 'consent' ? !state.consent : !state[field(name)]

function next() {
  if (step === 'start' && state.age === 'under-13') return show('too-young')
  const error = $('#error', box())
  if (lacking(step)) {
    if (error) { complain(error); $('fieldset input', box()).focus(); error.scrollIntoView({ block: 'center' }) }
    return
  }
  const steps = order(), to = after && steps.includes(after) ? after : steps[steps.indexOf(step) + 1]
  after = ''
  show(to)
}

function send() {
  const missing = order().slice(0, -1).find(lacking)
  if (missing) { after = 'check'; show(missing); complain($('#error', box())); return }
  const answers = {}
  for (const name of asked()) if (name !== 'area') answers[name.slice(2)] = +state[name]
  const key = crypto.getRandomValues(new Uint8Array(16))
  key[6] = key[6] & 15 | 64
  key[8] = key[8] & 63 | 128
  const body = { key: [...key].map(byte => byte.toString(16).padStart(2, '0')).join(''), lang: d.documentElement.lang,
    age: state.age, consent: state.consent, lives: state.lives || 'skip', answers, website: form().website.value }
  const item = { url: form().action.replace('?', '/answer?'), body }
  keep(sessionStorage, draft())
  const stored = keep(localStorage, QUEUE, [...queue(), item])
  state = {}
  step = 'sent'
  flush(stored ? [] : [item])
}

let busy = false, retry = () => flush()
// memory: what could not be put in the queue, as in a private window.
async function flush(memory = []) {
  if (busy) return
  busy = true
  let last = 0, done = {}
  for (const item of [...queue(), ...memory]) {
    try {
      const reply = await fetch(item.url, { method: 'POST', credentials: 'omit',
        headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(item.body) })
      last = reply.status
      if (last === 201) done = await reply.json()
      else if (![404, 409, 410, 413, 422].includes(last)) { last = 0; break }
    } catch { last = 0; break }
    keep(localStorage, QUEUE, queue().filter(other => other.body.key !== item.body.key))
  }
  busy = false
  // Somebody else is answering on the same phone: what was waiting goes without disturbing them.
  if (step !== 'start' && order().includes(step)) return say(queue().length ? 'waiting' : '')
  if (last === 201) location.replace(done.next)
  else if (last) show(folded(last) ? '' + last : '422')
  else {
    show('waiting')
    retry = () => flush(memory)
  }
}

async function speak(button) {
  const label = $('span', button), was = label.textContent
  if (speechSynthesis.speaking) return speechSynthesis.cancel()
  const parts = [...box().querySelectorAll('h1,h2,p:not([hidden]),label span,.facts li')].map(part => part.textContent)
  const spoken = new SpeechSynthesisUtterance(parts.join('. '))
  spoken.lang = d.documentElement.lang
  spoken.voice = voices()[0]
  spoken.onend = spoken.onerror = () => { label.textContent = was }
  label.textContent = button.dataset.stop
  speechSynthesis.speak(spoken)
}
const voices = () => (window.speechSynthesis?.getVoices() ?? []).filter(one => one.lang.split(/[-_]/)[0] === d.documentElement.lang)
const voice = () => { for (const button of d.querySelectorAll('[data-listen]')) button.hidden = !voices().length }

async function language(address) {
  try {
    const reply = await fetch(address)
    if (!reply.ok) throw reply
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const { lang, dir } = page.documentElement
    Object.assign(d.documentElement, { lang, dir })
    d.body.replaceWith(page.body)
    history.replaceState(history.state, '', address)
    first = box().innerHTML
    const steps = order()
    show(steps.includes(step) ? step : steps.find(lacking) ?? 'check', { push: false })
  } catch { $('.lang').open = false; say('language') }
}

addEventListener('submit', event => {
  const button = event.submitter ?? {}
  if (event.target !== form()) return
  event.preventDefault()
  for (const [name, value] of new FormData(form())) if (/^(age|lives|q\..+)$/.test(name)) state[name] = value
  if (button.name === 'consent') state.consent = button.value
  const go = button.name === 'go' ? button.value : 'next', steps = order()
  if (go === 'stay') language(new URL(button.getAttribute('formaction'), location.href.split('#')[0]).href)
  else if (go === 'back') { const to = after || steps[Math.max(steps.indexOf(step) - 1, 0)]; after = ''; show(to) }
  else if (go === 'decline') { keep(sessionStorage, draft()); state = {}; show(go + 'd') }
  else if (go === 'send') send()
  else if (steps.includes(go)) { after = 'check'; show(go) }
  else next()
})
addEventListener('click', event => {
  const listen = event.target.closest?.('[data-listen]'), again = event.target.closest?.('[data-send]'), open = $('.lang[open]')
  if (listen) speak(listen)
  if (again) retry()
  if (open && !open.contains(event.target)) open.open = false
})
addEventListener('change', () => { const error = $('#error', box()); if (error) error.hidden = true })
addEventListener('popstate', event => { if (Object.keys(state).length) show(event.state?.step ?? 'start', { push: false }) })
addEventListener('online', () => { say(''); if (queue().length) flush() })
addEventListener('offline', () => order().includes(step) && say('offline'))
if (window.speechSynthesis) speechSynthesis.onvoiceschanged = voice

first = box().innerHTML
const before = kept(sessionStorage, draft())
if (before) { ({ state, after } = before); show(folded(before.step) ? before.step : 'start', { push: false, focus: false }) }
else voice()
if (queue().length) { say('waiting'); navigator.onLine && flush() }
if (navigator.serviceWorker && isSecureContext) navigator.serviceWorker.register('/s/worker.js')
  .then(() => navigator.serviceWorker.ready).then(() => caches.open('samklang')).then(cache => cache.add(location.href)).catch(() => {})
})()
