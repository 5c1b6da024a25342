/* Keys of the shell. A component says data-key="n"; the topmost visible one is clicked, a field gets the cursor. */
(() => {
  'use strict';

  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OVERLAYS =
    'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], vaadin-context-menu[opened]';

  const PRESSED_BY_SPACE = 'button, vaadin-button, vaadin-select, summary, [role="button"], [role="tab"], [role="menuitem"]';

  const ONE_LINE = 'vaadin-text-field, vaadin-password-field, vaadin-integer-field, vaadin-big-decimal-field';

  const typing = (event) => event.composedPath().some((node) => node.matches?.(EDITABLE));

  const visible = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

  const usable = (element) => visible(element) && !element.disabled && !element.hasAttribute('disabled');

  const modals = () => [...document.querySelectorAll(OVERLAYS)];

  const find = (key) => {
    const open = modals();
    const scope = open.length ? open[open.length - 1] : document;
    return [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(usable).pop();
  };

  const press = (element) => {
    if (element.matches('vaadin-text-field, vaadin-combo-box, input')) {
      element.focus();
      element.inputElement?.select?.();
    } else {
      element.click();
    }
  };

  const focusedCell = (grid) => grid.shadowRoot?.activeElement;

  const moveInGrid = (key) => {
    if (modals().length) {
      return false;
    }
    const grid = [...document.querySelectorAll('vaadin-grid[data-list]')].filter(visible).pop();
    if (!grid) {
      return false;
    }
    if (!grid.contains(document.activeElement) && document.activeElement !== grid) {
      grid.shadowRoot.querySelector('#items [tabindex="0"]')?.focus();
      return true;
    }
    const arrow = { j: 'ArrowDown', k: 'ArrowUp' }[key];
    focusedCell(grid)?.dispatchEvent(
      new KeyboardEvent('keydown', { key: arrow, code: arrow, bubbles: true, composed: true, cancelable: true })
    );
    return true;
  };

  const selectInGrid = () => {
    const grid = document.activeElement?.closest?.('vaadin-grid[data-list]');
    const row = grid && focusedCell(grid)?.closest('tr');
    if (!row?._item || !grid.querySelector('vaadin-grid-flow-selection-column')) {
      return false;
    }
    if (grid.selectedItems?.some((item) => item.key === row._item.key)) {
      grid.doDeselection ? grid.doDeselection([row._item], true) : grid.deselectItem(row._item);
    } else {
      grid.doSelection ? grid.doSelection([row._item], true) : grid.selectItem(row._item);
    }
    return true;
  };

  /* The field that has the cursor sends its value only when it loses it. */
  const commitField = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    active?.blur?.();
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const save = find('ctrl+enter');
      if (save) {
        event.preventDefault();
        commitField();
        requestAnimationFrame(() => press(save));
      }
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.repeat && event.target.closest?.(ONE_LINE)) {
      const save = [...document.querySelectorAll(OVERLAYS)].pop()?.querySelector('[data-enter]');
      if (save && usable(save)) {
        event.preventDefault();
        commitField();
        requestAnimationFrame(() => press(save));
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || typing(event)) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === ' ' && event.target.closest?.(PRESSED_BY_SPACE)) {
      return;
    }
    const target = find(key);
    if (target) {
      event.preventDefault();
      press(target);
    } else if ((key === 'j' || key === 'k') && moveInGrid(key)) {
      event.preventDefault();
    } else if (key === 'x' && selectInGrid()) {
      event.preventDefault();
    }
  });

  /* A drawer that lies over the page closes once something in it was chosen. */
  document.addEventListener('click', (event) => {
    const layout = document.querySelector('vaadin-app-layout[overlay]');
    const chosen = event.composedPath().some((node) => node.localName === 'vaadin-side-nav-item');
    if (layout && chosen) {
      layout.drawerOpened = false;
    }
  });
})();
