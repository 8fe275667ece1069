package cn.anlan.paper.scan;

import cn.anlan.paper.form.FormCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the square code of one of our forms in a picture (识读二维码), however the paper lay on the glass. */
final class CodeReader {
    /** Sizes at which a picture is looked at: fine for small codes, coarse against noise. */
    private static final int[] SIDES = {2400, 1400, 800};

    private CodeReader() {}

    static Optional<FormCode> read(BufferedImage picture) {
        int before = 0;
        for (int side : SIDES) {
            BufferedImage seen = Picture.scaled(picture, side);
            int longer = Math.max(seen.getWidth(), seen.getHeight());
            Grey grey = new Grey(seen);
            Optional<FormCode> found = longer == before ? Optional.empty() : read(grey);
            if (found.isEmpty() && before == 0) {
                found = read(grey.withoutSpecks());
            }
            if (found.isPresent()) {
                return found;
            }
            before = longer;
        }
        return Optional.empty();
    }

    private static Optional<FormCode> read(Grey grey) {
        List<Function<LuminanceSource, Binarizer>> ways = List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);
        return ways.stream().flatMap(way -> decoded(new BinaryBitmap(way.apply(grey))).stream()).findFirst().flatMap(FormCode::read);
    }

    private static Optional<String> decoded(BinaryBitmap picture) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        try {
            Result result = new MultiFormatReader().decode(picture, hints);
            return Optional.of(result.getText());
        } catch (ReaderException nothingThere) {
            return Optional.empty();
        }
    }

    /** A picture as shades of grey, the way the reader wants it. */
    private static final class Grey extends LuminanceSource {
        private final byte[] shades;

        Grey(BufferedImage picture) {
            super(picture.getWidth(), picture.getHeight());
            int[] colours = picture.getRGB(0, 0, getWidth(), getHeight(), null, 0, getWidth());
            shades = new byte[colours.length];
            for (int i = 0; i < colours.length; i++) {
                int c = colours[i];
                shades[i] = (byte) ((306 * (c >> 16 & 0xFF) + 601 * (c >> 8 & 0xFF) + 117 * (c & 0xFF)) >> 10);
            }
        }

        private Grey(int width, int height, byte[] shades) {
            super(width, height);
            this.shades = shades;
        }

        /** Each point the middle one of itself and its eight neighbours: grain and specks go, edges stay. */
        Grey withoutSpecks() {
            byte[] calm = shades.clone();
            int[] around = new int[9];
            for (int y = 1; y < getHeight() - 1; y++) {
                for (int x = 1; x < getWidth() - 1; x++) {
                    calm[y * getWidth() + x] = middle(x, y, around);
                }
            }
            return new Grey(getWidth(), getHeight(), calm);
        }

        private byte middle(int x, int y, int[] around) {
            int count = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int shade = shades[(y + dy) * getWidth() + x + dx] & 0xFF;
                    int at = count++;
                    for (; at > 0 && around[at - 1] > shade; at--) {
                        around[at] = around[at - 1];
                    }
                    around[at] = shade;
                }
            }
            return (byte) around[4];
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] line = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(shades, y * getWidth(), line, 0, getWidth());
            return line;
        }

        @Override
        public byte[] getMatrix() {
            return shades;
        }
    }
}
