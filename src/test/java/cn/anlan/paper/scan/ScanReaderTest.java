package cn.anlan.paper.scan;

import cn.anlan.entry.Refused;
import cn.anlan.paper.form.FormCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScanReaderTest {
    private static final FormCode CODE = new FormCode("01HZX3V9K2M4N6P8Q0R2S4T6V8", "ORAL-AGREEMENT", 2);

    private final ScanReader reader = new ScanReader();

    /** A page whose size was changed to kilometres: drawn at 150 dpi it would fill no machine's memory. */
    @Test
    void aPageAsLargeAsATownIsDrawnCoarser() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(1e6f, 1e6f)));
            document.save(bytes);
        }
        assertThat(new ScanReader().look(bytes.toByteArray()).pages()).isEqualTo(1);
    }

    @Test
    void aScannedFormSaysWhatItIs() {
        ScanLook look = reader.look(Drawn.jpeg(Drawn.page(CODE, 150)));
        assertThat(look.mediaType()).isEqualTo("jpg");
        assertThat(look.pages()).isOne();
        assertThat(look.codes()).containsExactly(CODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 45, 90, 180, 271})
    void howeverThePaperLay(int degrees) {
        assertThat(reader.look(Drawn.jpeg(Drawn.askew(Drawn.page(CODE, 150), degrees))).codes()).containsExactly(CODE);
    }

    @ParameterizedTest
    @CsvSource({"150,0", "200,8", "300,-12"})
    void evenUnderABadLamp(int dpi, int degrees) {
        assertThat(reader.look(Drawn.jpeg(Drawn.noisy(Drawn.askew(Drawn.page(CODE, dpi), degrees), dpi))).codes()).containsExactly(CODE);
    }

    @Test
    void everyPageOfAPdfIsLookedAt() {
        var other = new FormCode(CODE.dispute(), "RIGHTS", 1);
        ScanLook look = reader.look(Drawn.pdf(Drawn.page(CODE, 150), Drawn.page(null, 100), Drawn.askew(Drawn.page(other, 150), 5)));
        assertThat(look.mediaType()).isEqualTo("pdf");
        assertThat(look.pages()).isEqualTo(3);
        assertThat(look.codes()).containsExactly(CODE, other);
    }

    @Test
    void aPhotoWithoutACodeIsAPhoto() {
        ScanLook look = reader.look(Drawn.withExif(Drawn.jpeg(Drawn.page(null, 100)), 6, "2026:11:20 08:15:30"));
        assertThat(look.codes()).isEmpty();
        assertThat(look.takenAt()).isEqualTo(LocalDateTime.of(2026, 11, 20, 8, 15));
        assertThat(reader.look(Drawn.png(Drawn.page(null, 100))).mediaType()).isEqualTo("png");
    }

    /** A picture red above and blue below, as the camera stored it for each orientation, stands upright again. */
    @ParameterizedTest
    @CsvSource({"1,red,blue", "3,blue,red", "4,blue,red", "2,red,blue"})
    void whatTheCameraTurnedIsTurnedBack(int orientation, String above, String below) throws IOException {
        byte[] photo = Drawn.withExif(Drawn.jpeg(halves(true)), orientation, "2026:11:20 08:15:30");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(reader.picture(photo, 0, 400)));
        assertThat(shown.getWidth()).isEqualTo(400);
        assertThat(colour(shown, 200, 40)).isEqualTo(above);
        assertThat(colour(shown, 200, shown.getHeight() - 40)).isEqualTo(below);
    }

    /** Red stands at the left of what was stored; 6 is a telephone held upright: its left edge is the top. */
    @ParameterizedTest
    @CsvSource({"6,red", "5,red", "8,blue", "7,blue"})
    void aTelephoneHeldUprightGivesAnUprightPicture(int orientation, String above) throws IOException {
        byte[] photo = Drawn.withExif(Drawn.jpeg(halves(false)), orientation, "2026:11:20 08:15:30");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(reader.picture(photo, 0, 400)));
        assertThat(shown.getHeight()).isGreaterThan(shown.getWidth());
        assertThat(colour(shown, 100, 40)).isEqualTo(above);
    }

    private static BufferedImage halves(boolean oneAboveTheOther) {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 800, 600);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, oneAboveTheOther ? 800 : 400, oneAboveTheOther ? 300 : 600);
        pen.dispose();
        return picture;
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 80 ? "red" : colour.getBlue() > 200 && colour.getRed() < 80 ? "blue" : colour.toString();
    }

    @Test
    void aLargePhotoBecomesSmallerAndKeepsItsCode() throws IOException {
        byte[] photo = Drawn.withExif(Drawn.jpeg(Drawn.noisy(Drawn.page(CODE, 300), 1)), 1, "2026:11:20 08:15:30");
        byte[] smaller = reader.smaller(photo);
        assertThat(smaller.length).isLessThan(photo.length / 2);
        assertThat(ImageIO.read(new ByteArrayInputStream(smaller)).getHeight()).isEqualTo(ScanReader.SMALLER_SIDE);
        assertThat(reader.look(smaller).codes()).containsExactly(CODE);
    }

    @Test
    void whatWouldNotBecomeSmallerStaysAsItIs() {
        byte[] pdf = Drawn.pdf(Drawn.page(null, 50));
        assertThat(reader.smaller(pdf)).isSameAs(pdf);
        byte[] small = Drawn.png(new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_BINARY));
        assertThat(reader.smaller(small)).isSameAs(small);
    }

    @Test
    void aPageOfAPdfIsShown() throws IOException {
        byte[] shown = reader.picture(Drawn.pdf(Drawn.page(null, 50), Drawn.page(CODE, 100)), 1, 700);
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getHeight()).isBetween(698, 702);
    }

    @Test
    void whatIsNoScanIsRefusedByWhatItIs() {
        assertThatThrownBy(() -> reader.look("MZ not a picture".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class)
                .hasMessageContaining("JPEG、PNG");
        assertThatThrownBy(() -> reader.look(new byte[0])).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reader.look(new byte[ScanReader.MOST_BYTES + 1])).isInstanceOf(Refused.class).hasMessageContaining("30 MB");
    }

    @Test
    void whatIsBrokenIsSaidToBeBroken() {
        byte[] photo = Drawn.jpeg(Drawn.page(null, 50));
        assertThatThrownBy(() -> reader.look(Arrays.copyOf(photo, 200))).isInstanceOf(Refused.class).hasMessageContaining("不完整");
        byte[] pdf = Drawn.pdf(Drawn.page(null, 50));
        assertThatThrownBy(() -> reader.look(Arrays.copyOf(pdf, 60))).isInstanceOf(Refused.class);
    }
}
