// The glossary (terms.md 1): a word and what it means, one line each.

import { SOURCE_TAGS, type Article, type Source } from '../../lib/domain/content.ts';
import { article, at } from '../write.ts';

/** `id | word | meaning | other spellings`, under a line that says where they come from. */
const WORDS = `
@ 000 | §1.1–1.4
project-06 | Đề án 06 | Kế hoạch quốc gia về dữ liệu dân cư, định danh, xác thực điện tử (QĐ 06/QĐ-TTg, 06/01/2022). | QĐ 06
digital-transformation | Chuyển đổi số | Chính phủ số, kinh tế số, xã hội số. |
digital-citizen | Công dân số | Người biết dùng dịch vụ số một cách an toàn. |
utility-group | 5 nhóm tiện ích | Năm hướng dùng dữ liệu dân cư của Đề án 06. |
@ law | Luật 26/2023/QH15; NĐ 69/2024/NĐ-CP; Luật 91/2025/QH15
identity-law | Luật Căn cước | Luật 26/2023/QH15, có hiệu lực từ 01/07/2024. |
e-id-decree | NĐ 69/2024/NĐ-CP | Nghị định về định danh và xác thực điện tử. | nghị định 69
privacy-law | Luật Bảo vệ dữ liệu cá nhân | Luật 91/2025/QH15 và NĐ 356/2025/NĐ-CP, từ 01/01/2026. | dữ liệu cá nhân
@ 000 | DVCTT
procedure | Thủ tục hành chính | Việc người dân làm với cơ quan nhà nước theo quy định. | TTHC
state-management | Quản lý nhà nước | Việc điều hành của cơ quan nhà nước. | QLNN
@ web | Bình dân học vụ số (Hưng Yên, 2025)
digital-literacy | Bình dân học vụ số | Phong trào dạy kỹ năng số cho mọi người, từ 2025. |
@ 000 | §3.1–3.2
task-force | Tổ công tác Đề án 06 | Nhóm làm Đề án 06 ở xã/phường và khu phố. |
steering-committee | Ban Chỉ đạo | Ban điều hành chung. |
standing-body | Cơ quan thường trực | Nơi lo việc hằng ngày của tổ công tác: Công an. |
digital-team | Tổ công nghệ số cộng đồng | Tình nguyện viên giúp kỹ năng số. | Tổ CNSCĐ
youth-volunteer | Thanh niên tình nguyện | Đoàn viên đi giúp dân. |
youth-secretary | Bí thư Chi đoàn | Người đứng đầu đoàn thanh niên ở khu phố. |
women-branch-head | Chi hội trưởng Phụ nữ | Người đứng đầu hội phụ nữ ở khu phố. |
quarter-head | Khu phố trưởng, trưởng thôn, trưởng ấp | Người đứng đầu khu phố, thôn, ấp. |
area-police | Cảnh sát khu vực | Công an phụ trách một địa bàn nhỏ. | CSKV
ward-police | Công an cấp xã | Công an xã, phường, đặc khu. | công an phường
c06 | Cục C06 | Cục của Bộ Công an quản lý dân cư, cấp tài khoản. | PC06
immigration | Phòng Quản lý xuất nhập cảnh | Nơi người nước ngoài làm tài khoản, ở Công an tỉnh/thành phố. | A08, QLXNC
@ 003 | L6–L8
civil-status | Tư pháp – Hộ tịch | Cán bộ lo khai sinh, khai tử, kết hôn. |
one-stop | Bộ phận Một cửa | Quầy nhận và trả hồ sơ. | Trung tâm phục vụ hành chính công
public-post | Bưu chính công ích | Bưu điện nhận, trả hồ sơ thay người dân. |
mass-organisation | MTTQ, đoàn thể | Mặt trận Tổ quốc, Phụ nữ, Thanh niên… |
@ 001 | A3.4 C5
guardian | Người đại diện, người giám hộ | Người làm thay cho trẻ hoặc người được giám hộ. |
dependent | Người phụ thuộc | Con dưới 14 tuổi hoặc người được giám hộ. | người được giám hộ
@ 001 | B2–B4
household-head | Chủ hộ | Người đứng tên hộ. | thành viên hộ
foreigner | Người nước ngoài | Người không có quốc tịch Việt Nam. |
accommodation-owner | Chủ cơ sở lưu trú | Chủ nhà nghỉ, nhà trọ, ký túc xá. |
@ web | dientuungdung.vn 10143; dantri 20250816040121716
province | Tỉnh, thành phố | 34 đơn vị. |
ward | Xã, phường, đặc khu | 3.321 đơn vị, cấp sát người dân nhất. |
@ 000 | §3.2
quarter | Khu phố, tổ dân phố, thôn, ấp, bản, buôn | Đơn vị dưới xã/phường. |
group | Tổ nhân dân | Nhóm nhà nhỏ nhất. | tổ
area | Địa bàn | Nơi mình phụ trách. |
@ web | cafef 188251107110800301; laodongdongnai.vn
permanent-residence | Thường trú | Nơi ở ổn định đã đăng ký. |
temporary-residence | Tạm trú | Ở nơi khác từ 30 ngày trở lên. |
temporary-absence | Tạm vắng | Khai báo khi rời nơi mình ở. |
short-stay | Lưu trú | Ở dưới 30 ngày, không phải nơi đã đăng ký. |
@ 001 | B2–B4
current-place | Nơi ở hiện tại | Nơi đang ở lúc này. |
boarding-house | Nhà trọ, ký túc xá | Chỗ ở cho nhiều người thuê. |
@ 002 | A4.2 B3
personal-id | Số định danh cá nhân | 12 chữ số, dùng suốt đời. | số ĐDCN, số căn cước
@ web | quochoitv.vn 204698; cafef 188250702200551522
old-id | CMND | Chứng minh nhân dân 9 số, hết giá trị từ 01/01/2025. |
chip-card | Thẻ CCCD gắn chip | Thẻ cấp đến 06/2024, dùng đến ngày in trên thẻ. | CCCD
id-card | Thẻ căn cước | Thẻ cấp từ 01/07/2024, mã QR ở mặt sau. |
electronic-id | Căn cước điện tử | Căn cước xem trong VNeID sau khi có mức 2. |
id-certificate | Giấy chứng nhận căn cước | Cho người gốc Việt Nam chưa xác định quốc tịch. |
@ 001 | A3.4 C1–C3
e-id | Định danh điện tử | Cho biết mình là ai trên mạng. |
e-auth | Xác thực điện tử | Kiểm tra đúng là mình. |
e-id-account | Tài khoản định danh điện tử | Tài khoản do Bộ Công an cấp, dùng trong VNeID. | tài khoản VNeID
level-1 | Mức 1 | Làm trên ứng dụng, dùng được ít. | mức độ 1
level-2 | Mức 2 | Làm tại Công an, dùng được đầy đủ. | mức độ 2
@ 002 | A4.2 B3
app-account | Tài khoản ứng dụng | Mới đăng ký trong ứng dụng, chưa định danh. |
@ law | NĐ 69/2024/NĐ-CP Đ.14
activate | Kích hoạt | Mở tài khoản sau khi được duyệt, trong 7 ngày. |
@ 002 | A4.2 B4
sign-in | Đăng nhập | Vào VNeID bằng số định danh và mật khẩu. |
@ 000 | §5 B3
password | Mật khẩu | 8–20 ký tự, tự đặt, không nói cho ai. |
@ 002 | A4.2 B7
passcode | Passcode | 6 chữ số, dùng khi mở tiện ích. | mã 6 số
otp | Mã OTP | Mã dùng một lần, sống 3 phút, không đọc cho ai. | mã xác thực
security-question | Câu hỏi bảo mật | Hai câu tự chọn để nhận ra mình. |
@ 001 | A3.4 C8
lock | Khóa, mở khóa tài khoản | Chặn hoặc cho dùng lại tài khoản. |
@ web | plo.vn post866326
unlink | Hủy liên kết | Gỡ tài khoản khỏi một máy. |
@ 001 | A3.4 C20
own-name-sim | SIM chính chủ | SIM đứng tên chính người dùng. | thuê bao chính chủ
@ 002 | A4.2 B5
scan-qr | Quét mã QR | Đưa camera vào ô vuông đen trắng. |
read-chip | Đọc chip NFC | Áp thẻ vào lưng máy để đọc chip. | NFC
@ 004 | L1
wallet | Ví giấy tờ | Mục trong VNeID giữ giấy tờ đã tích hợp. |
integrate | Tích hợp giấy tờ | Đưa bằng lái, đăng ký xe, BHYT vào VNeID. |
vssid | VssID | Ứng dụng của bảo hiểm xã hội. |
@ web | vnexpress 4933688
social-benefit | Tài khoản hưởng an sinh xã hội | Nơi nhận tiền hỗ trợ của Nhà nước. |
@ 000 | DVCTT
online-service | Dịch vụ công trực tuyến | Làm thủ tục trên mạng. | DVCTT
full-partial | Toàn trình, một phần | Làm hết trên mạng; hoặc vẫn có lúc phải đến. |
national-portal | Cổng Dịch vụ công quốc gia | https://dichvucong.gov.vn, đăng nhập bằng VNeID. |
@ 001 | B2
dossier | Hồ sơ, mã hồ sơ | Giấy tờ đã nộp và số để tra cứu. | thành phần hồ sơ
ct01 | CT01 | Tờ khai thay đổi thông tin cư trú. |
ct04 | CT04, CT05, CT06 | Phiếu tiếp nhận; hướng dẫn bổ sung; từ chối. |
@ 001 | A4.1
bundled | Liên thông | Nộp một lần, nhiều cơ quan cùng giải quyết. |
camera-fine | Phạt nguội | Phạt qua hình của camera. |
seal | Con dấu, mẫu dấu | Dấu của cơ quan, tổ chức. |
@ 001 | A5
health-insurance | BHYT | Bảo hiểm y tế. | bảo hiểm y tế
social-insurance | BHXH | Bảo hiểm xã hội. | bảo hiểm xã hội
medical-exam | KCB | Khám bệnh, chữa bệnh. |
@ 001 | A4.1
criminal-record | LLTP | Lý lịch tư pháp. | lý lịch tư pháp
driving-licence | GPLX | Giấy phép lái xe. | bằng lái
fee | Lệ phí | Tiền nộp khi làm thủ tục. |
@ 002 | L1
outreach | Tuyên truyền, vận động | Nói cho biết, thuyết phục cùng làm. |
informed-household | Hộ đã được tuyên truyền | Hộ đã nghe và nhận tờ hướng dẫn. |
@ 003 | L
barrier | Vướng mắc | Vì sao chưa xong, ghi bằng mã B. | nguyên nhân
referral | Chuyển xử lý | Nhờ cơ quan khác làm tiếp. |
@ 003 | L2
mobile-session | Thu nhận lưu động | Công an làm thẻ, mức 2 ngoài trụ sở. |
@ 000 | §3.1-5
data-cleaning | Làm sạch dữ liệu | Giữ dữ liệu đúng, đủ, sạch, sống. |
data-flag | Cờ dữ liệu | Dấu nhắc dữ liệu có thể sai, ghi bằng mã DF. |
@ 003 | L
target | Chỉ tiêu, tỷ lệ | Số cần đạt và phần đã đạt. |
three-counts | Cấp, kích hoạt, đăng nhập | Ba con số khác nhau; đăng nhập rồi mới là xong. |
peak | Cao điểm | Đợt làm tập trung. |
@ 000 | §3.1-2
briefing | Giao ban | Họp ngắn xem việc. |
review | Sơ kết, tổng kết | Nhìn lại giữa đợt và cuối đợt. |
emulation | Thi đua, khen thưởng | Ghi nhận người làm tốt. |
pilot | Khu phố, phường điểm | Nơi làm mẫu: 100% hộ được tuyên truyền. |
letter | Công văn, kế hoạch | Văn bản của cơ quan. |
@ law | Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP
consent | Đồng ý, rút lại đồng ý | Cho phép ghi thông tin; rút lại lúc nào cũng được. |
controller | Bên kiểm soát dữ liệu | Nơi chịu trách nhiệm về dữ liệu đã ghi. |
audit | Nhật ký truy cập | Sổ ghi ai xem, ai sửa, ai xuất. |
`;

/** The source of a word is the line with @ above it. */
function* readWords(): Generator<Article> {
	let from: readonly Source[] = [];
	for (const line of WORDS.trim().split('\n')) {
		const parts = line
			.replace(/^@/, '')
			.split('|')
			.map((part) => part.trim());
		const [id = '', title = '', meaning = '', others = ''] = parts;
		const tag = SOURCE_TAGS.find((known) => known === id);
		if (line.startsWith('@') && tag) from = [at(tag, title)];
		else
			yield article(
				'term',
				{ id: `term-${id}`, title, since: '2022-01-06', from, ...(others ? { keywords: others.split(', ') } : {}) },
				meaning
			);
	}
}

export const TERM_ARTICLES: readonly Article[] = [...readWords()];
