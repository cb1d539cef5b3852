// The one page that is made beforehand: an empty shell, which the service worker serves for every address of the app.
export const prerender = true;
