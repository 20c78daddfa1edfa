// Measures how long a click takes to show: from the input event's own time stamp to after the next frame is painted.

/** Clicks `locator` and returns milliseconds until the browser has painted what the click changed. */
export async function clickToPaint(locator) {
  const page = locator.page();
  await page.evaluate(() => {
    window.__clickToPaint = new Promise((resolve) => {
      const onClick = (event) => {
        // A frame callback runs just before painting; a message posted from it arrives just after.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          port2.postMessage(null);
        });
      };
      addEventListener("click", onClick, { capture: true, once: true });
    });
  });
  await locator.click();
  return page.evaluate(() => window.__clickToPaint);
}

/** Runs `clickToPaint` over `locators` and writes median and worst into the test's report under `name`. */
export async function measureClicks(testInfo, name, locators) {
  const times = [];
  for (const locator of locators) times.push(await clickToPaint(locator));
  const sorted = times.toSorted((a, b) => a - b);
  const result = { median: sorted[Math.floor(sorted.length / 2)], worst: sorted.at(-1), times };
  const line = `${name}: click to paint, median ${result.median.toFixed(1)} ms, worst ${result.worst.toFixed(1)} ms, ${times.length} clicks`;
  testInfo.annotations.push({ type: "click-to-paint", description: line });
  console.log(line);
  return result;
}
