/// The two scripts by which a page is read and marked before its picture is taken. They run in a world of their own, and
/// reach the page by the prototypes' own getters: a form field may be called like any property.
enum PictureScript {
    /// Gives the texts of the page and keeps their nodes. Panels that open without script are opened first.
    static func collecting(_ limits: PictureLimits) -> String { "(\(collect))(\(limits.textLength))" }

    /// Covers and boxes; tells where each box is.
    static func marking(_ marks: PictureMarks, _ limits: PictureLimits) -> String {
        func stretch(_ stretch: PictureMarks.Stretch) -> JSONText {
            .list([.number(stretch.run), .number(stretch.range.lowerBound), .number(stretch.range.upperBound)])
        }
        let boxes = marks.boxes.map { box -> JSONText in
            .object([("kind", .text(box.kind.rawValue)), ("stretches", .list(box.stretches.map(stretch)))])
        }
        let labels = marks.labels.sorted { $0.key < $1.key }.map { JSONText.list([.number($0.key), .text($0.value)]) }
        let orders: JSONText = .object([
            ("covered", .list(marks.covered.map(stretch))), ("labels", .list(labels)), ("boxes", .list(boxes)),
            ("most", .number(limits.boxes)),
        ])
        return "(\(mark))(\(String(decoding: orders.bytes, as: UTF8.self)))"
    }

    private static let collect = #"""
        (limit) => {
          const getter = (of, name) => {
            const get = Object.getOwnPropertyDescriptor(of.prototype, name).get;
            return (node) => get.call(node);
          };
          const type = getter(Node, 'nodeType'), last = getter(Node, 'lastChild'), previous = getter(Node, 'previousSibling');
          const data = getter(CharacterData, 'data'), name = getter(Element, 'localName');
          const shadow = getter(Element, 'shadowRoot');
          const get = (element, attribute) => Element.prototype.getAttribute.call(element, attribute);
          const left = new Set(['script', 'style', 'template', 'head', 'title', 'iframe', 'object']);
          const shown = ['alt', 'value', 'placeholder', 'label', 'srcdoc'];
          const runs = [], labels = [], nodes = [], holders = [], stack = [];
          let length = 0, isCut = false, block = 0;
          for (const panel of Document.prototype.querySelectorAll.call(document, 'details:not([open])'))
            Element.prototype.setAttribute.call(panel, 'open', '');
          const children = (node) => { for (let child = last(node); child; child = previous(child)) stack.push(child); };
          const root = getter(Document, 'documentElement')(document);
          if (root) stack.push([root, true]);
          while (stack.length && !isCut) {
            let entry = stack.pop();
            if (entry === 0) { block += 1; continue; }
            const isRoot = Array.isArray(entry), node = isRoot ? entry[0] : entry;
            const kind = type(node);
            if (kind === 3) {
              const text = data(node);
              if (!text.trim()) continue;
              length += text.length;
              if (length > limit) { isCut = true; break; }
              const parent = node.parentElement ?? node.getRootNode().host;
              const isShown = parent ? Element.prototype.checkVisibility.call(parent,
                { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }) : true;
              runs.push({ text: text.toWellFormed(), block, isShown });
              nodes.push(node);
            } else if (kind === 1) {
              const tag = name(node);
              if (left.has(tag)) continue;
              for (const attribute of shown) {
                const value = get(node, attribute);
                if (value && value.length < 20000) { labels.push(value.toWellFormed()); holders.push([node, attribute]); length += value.length; }
              }
              if (tag === 'textarea' && node.value) { labels.push(String(node.value).toWellFormed()); holders.push([node, '']); }
              const inside = shadow(node);
              const display = getComputedStyle(node).display;
              const isBlock = !(display.startsWith('inline') || display === 'contents') || tag === 'br';
              if (isBlock) { block += 1; stack.push(0); }
              if (inside) for (let child = last(inside); child; child = previous(child)) stack.push(child);
              children(node);
            }
          }
          globalThis.oitNodes = nodes;
          globalThis.oitHolders = holders;
          const pen = new OffscreenCanvas(10, 10).getContext('2d');
          pen.font = '40px sans-serif';
          const wide = (letter) => pen.measureText(letter).width;
          const squares = ['\u0E01', '\u0E18', '\u0E0C', '\u0E07'].every((letter) => wide(letter) === wide('\u{10FFFD}'));
          return JSON.stringify({ runs, labels, isCut, hasThaiFont: !squares });
        }
        """#

    private static let mark = #"""
        (orders) => {
          const nodes = globalThis.oitNodes, holders = globalThis.oitHolders;
          const set = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data').set;
          const get = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data').get;
          for (const [run, from, to] of orders.covered) {
            const text = get.call(nodes[run]);
            set.call(nodes[run], text.slice(0, from) + '\u2588'.repeat(to - from) + text.slice(to));
          }
          for (const [label, text] of orders.labels) {
            const [node, attribute] = holders[label];
            if (attribute === '' || attribute === 'value') node.value = text;
            if (attribute !== '') Element.prototype.setAttribute.call(node, attribute, text);
          }
          // A field of a form, or a picture, may be called like any property of the form or the document around it.
          const getter = (of, name) => {
            const get = Object.getOwnPropertyDescriptor(of.prototype, name).get;
            return (node) => get.call(node);
          };
          const parent = getter(Node, 'parentElement'), scrollHeight = getter(Element, 'scrollHeight');
          const on = (name, ...given) => Document.prototype[name].call(document, ...given);
          const holds = (one, other) => Node.prototype.contains.call(one, other);
          const edges = (element) => Element.prototype.getBoundingClientRect.call(element);
          const root = getter(Document, 'documentElement')(document), body = getter(Document, 'body')(document);
          const boxes = orders.boxes.map((box) => {
            const ranges = box.stretches.map(([run, from, to]) => {
              const range = on('createRange');
              range.setStart(nodes[run], from);
              range.setEnd(nodes[run], to);
              return range;
            });
            const first = ranges[0].startContainer.parentElement;
            if (first) Element.prototype.scrollIntoView.call(first, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
            return { kind: box.kind, ranges };
          });
          const visible = (rect, element) => {
            for (let one = element; one && one !== root && one !== body; one = parent(one)) {
              const style = getComputedStyle(one);
              if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
              const edge = edges(one);
              if (rect.right <= edge.left || rect.left >= edge.right || rect.bottom <= edge.top || rect.top >= edge.bottom) return false;
            }
            return true;
          };
          const hit = (rect, element, isFirst) => {
            const x = Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1), y = rect.top + rect.height / 2;
            if (y < 0 || y >= innerHeight) return true;
            const over = on('elementFromPoint', x, y);
            if (!over || !element || over === element || holds(over, element) || holds(element, over)) return true;
            if (isFirst) return false;
            for (let one = over; one; one = parent(one))
              if (['fixed', 'sticky'].includes(getComputedStyle(one).position)) return true;
            return false;
          };
          const found = boxes.map(({ kind, ranges }) => {
            const rects = [];
            let isShown = true;
            for (const range of ranges) {
              const element = range.startContainer.parentElement;
              const isSeen = !element || Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
              const own = Array.from(range.getClientRects()).filter((rect) => rect.width > 0.5 && rect.height > 0.5);
              if (!own.length) continue;
              if (!isSeen || !visible(own[0], element)) { isShown = false; break; }
              window.scrollTo({ top: scrollY + own[0].top - innerHeight / 2, left: 0, behavior: 'instant' });
              if (!hit(range.getClientRects()[0], element, false)) { isShown = false; break; }
              window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
              const again = Array.from(range.getClientRects()).filter((rect) => rect.width > 0.5 && rect.height > 0.5);
              if (again[0].bottom + scrollY <= innerHeight && !hit(again[0], element, true)) { isShown = false; break; }
              for (const rect of again) rects.push([rect.left + scrollX, rect.top + scrollY, rect.width, rect.height]);
            }
            return { kind, rects: rects.slice(0, orders.most), isShown: isShown && rects.length > 0 };
          });
          window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
          const height = Math.max(root.scrollHeight, body ? scrollHeight(body) : 0, 1);
          const width = Math.max(root.scrollWidth, innerWidth);
          const style = (element, values) => {
            for (const [key, value] of Object.entries(values)) element.style.setProperty(key, value, 'important');
            return element;
          };
          const layer = style(on('createElement', 'oit-marks'), { all: 'initial', position: 'absolute', left: '0px', top: '0px',
            width: '0px', height: '0px', display: 'block', 'z-index': '2147483647', 'pointer-events': 'none' });
          root.append(layer);
          const zero = layer.getBoundingClientRect(), left = zero.left + scrollX, top = zero.top + scrollY;
          for (const box of found) if (box.isShown) for (const [x, y, w, h] of box.rects) {
            const colour = box.kind === 'date' ? '#0b3fb0' : '#c4001a';
            const fill = box.kind === 'date' ? 'rgba(40,120,255,.16)' : 'rgba(255,214,0,.28)';
            layer.append(style(on('createElement', 'oit-mark'), { all: 'initial', position: 'absolute', display: 'block',
              left: (x - left - 4) + 'px', top: (y - top - 3) + 'px', width: (w + 8) + 'px', height: (h + 6) + 'px',
              'box-sizing': 'border-box', border: '3px solid ' + colour, 'border-radius': '3px', background: fill }));
          }
          return JSON.stringify({ width, height, boxes: found.map((box) => ({ isShown: box.isShown,
            top: Math.min(...box.rects.map((rect) => rect[1]), 1e9), bottom: Math.max(...box.rects.map((rect) => rect[1] + rect[3]), 0),
            left: Math.min(...box.rects.map((rect) => rect[0]), 1e9) })) });
        }
        """#
}
