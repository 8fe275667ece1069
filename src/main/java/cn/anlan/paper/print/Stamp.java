package cn.anlan.paper.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What is put on a finished page (加盖): a QR code at its lower right, its number at its upper right, a picture that fills it. */
final class Stamp {
    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;
    /** Four and a half dots of a 200 dpi scan for each module. */
    private static final float CODE_SIDE = 16 * POINTS_A_MILLIMETRE;
    private static final float CODE_RIGHT = 14 * POINTS_A_MILLIMETRE;
    private static final float CODE_BOTTOM = 4 * POINTS_A_MILLIMETRE;
    private static final float NUMBER_SIZE = 11;
    private static final float NUMBER_RIGHT = 20 * POINTS_A_MILLIMETRE;
    private static final float NUMBER_TOP = 13 * POINTS_A_MILLIMETRE;
    private static final float PICTURE_MARGIN = 20 * POINTS_A_MILLIMETRE;

    private final PDDocument document;
    private final PDPage page;

    Stamp(PDDocument document, PDPage page) {
        this.document = document;
        this.page = page;
    }

    private PDPageContentStream open() throws IOException {
        return new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    /** A QR code of these characters, with its quiet zone inside the page's margin. */
    void code(String text) throws IOException {
        BitMatrix modules = modules(text);
        float side = CODE_SIDE / modules.getWidth();
        float left = page.getMediaBox().getWidth() - CODE_RIGHT - CODE_SIDE;
        try (PDPageContentStream ink = open()) {
            ink.setNonStrokingColor(0f);
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y)) {
                        x++;
                    }
                    if (x > from) {
                        ink.addRect(left + from * side, CODE_BOTTOM + (modules.getHeight() - 1 - y) * side, (x - from) * side, side);
                    }
                }
            }
            ink.fill();
        }
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(text, tooLong);
        }
    }

    /** The page's number in the volume. */
    void number(int number, PDFont font) throws IOException {
        String text = String.valueOf(number);
        PDRectangle box = page.getMediaBox();
        float width = font.getStringWidth(text) / 1000 * NUMBER_SIZE;
        try (PDPageContentStream ink = open()) {
            ink.setNonStrokingColor(0f);
            ink.beginText();
            ink.setFont(font, NUMBER_SIZE);
            ink.newLineAtOffset(box.getLowerLeftX() + box.getWidth() - NUMBER_RIGHT - width, box.getLowerLeftY() + box.getHeight() - NUMBER_TOP);
            ink.showText(text);
            ink.endText();
        }
    }

    /** A JPEG or PNG as large as the margins allow. */
    void picture(byte[] file) throws IOException {
        boolean jpeg = (file[0] & 0xFF) == 0xFF;
        PDImageXObject image = jpeg ? JPEGFactory.createFromByteArray(document, file)
                : LosslessFactory.createFromImage(document, javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(file)));
        PDRectangle box = page.getMediaBox();
        float scale = Math.min((box.getWidth() - 2 * PICTURE_MARGIN) / image.getWidth(), (box.getHeight() - 2 * PICTURE_MARGIN) / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        try (PDPageContentStream ink = open()) {
            ink.drawImage(image, (box.getWidth() - width) / 2, (box.getHeight() - height) / 2, width, height);
        }
    }
}
