// Somebody signed in again in another tab: the form takes the token that goes with the new session.
document.querySelector('[data-kept]')?.addEventListener('submit', event => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)
  if (token) event.target.elements.csrfmiddlewaretoken.value = token[1]
})
