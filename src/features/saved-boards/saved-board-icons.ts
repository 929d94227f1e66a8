/** Paths of the icons that only saved boards use; see `StrokeIcon`. */
export const PENCIL = 'M10.8 2.8 13.2 5.2 5.6 12.8 2.7 13.3 3.2 10.4z';
export const COPY = 'M6 6h7.2v7.2H6zM10 3.4V2.8H2.8V10h.6';
export const ARROW_DOWN = 'M8 3v9M4.2 8.4 8 12.2l3.8-3.8';
export const BIN = 'M2.8 4.4h10.4M6.2 4.2V2.8h3.6v1.4M4.2 4.6l.6 8.6h6.4l.6-8.6';
