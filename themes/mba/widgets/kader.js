// A page in a frame on somebody else's site: tells how high it is, and shows as many pieces as was asked for.
// All of it also works without this script: the page then shows everything, and the frame scrolls.
(() => {
  const asked = (name) => new RegExp(`[#,?]${name}=([\\w-]+)`).exec(location.hash)?.[1];
  const secret = asked("secret");

  // What the address asks for: #aantal=3,fotos=nee
  const most = parseInt(asked("aantal"), 10);
  for (const [index, item] of document.querySelectorAll(".lijst > li").entries()) item.hidden = index >= most;
  if (asked("fotos") === "nee") for (const photo of document.querySelectorAll(".foto")) photo.hidden = true;

  if (parent === window) return;
  const send = (message) => parent.postMessage(message, "*");

  const main = document.querySelector("main");
  let told = 0;
  const tell = () => {
    const height = Math.min(1000, Math.max(200, Math.ceil(main.getBoundingClientRect().height)));
    if (height === told) return;
    told = height;
    send({ mba: "hoogte", hoogte: height });
    // WordPress gives each frame a secret, and listens to who knows it.
    if (secret) send({ message: "height", value: height, secret });
  };
  // Also without being drawn: WordPress shows a frame only after it told its height.
  tell();
  addEventListener("load", tell);
  new ResizeObserver(tell).observe(main);

  // The frame that WordPress makes may not open a link itself: it asks WordPress to.
  if (secret) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      send({ message: "link", value: link.href, secret });
    });
  }
})();
